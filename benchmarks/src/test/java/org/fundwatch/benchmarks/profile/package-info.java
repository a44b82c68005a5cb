/** Tests of what is in the package of this name. */
@NullMarked
package org.fundwatch.benchmarks.profile;

import org.jspecify.annotations.NullMarked;

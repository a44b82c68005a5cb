/** Tests of what is in the package of this name. */
@NullMarked
package org.fundwatch.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

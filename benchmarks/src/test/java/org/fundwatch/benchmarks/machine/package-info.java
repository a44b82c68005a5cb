/** Tests of what is in the package of this name. */
@NullMarked
package org.fundwatch.benchmarks.machine;

import org.jspecify.annotations.NullMarked;

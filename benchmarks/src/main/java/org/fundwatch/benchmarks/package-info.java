/** Measures of speed and cost; never shipped. */
@NullMarked
package org.fundwatch.benchmarks;

import org.jspecify.annotations.NullMarked;

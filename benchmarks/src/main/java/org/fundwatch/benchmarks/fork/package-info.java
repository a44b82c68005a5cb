/** Rounds of work in processes of their own, measured in turns. */
@NullMarked
package org.fundwatch.benchmarks.fork;

import org.jspecify.annotations.NullMarked;

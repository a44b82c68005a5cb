/** Simulated settlements to measure with. */
@NullMarked
package org.fundwatch.benchmarks.events;

import org.jspecify.annotations.NullMarked;

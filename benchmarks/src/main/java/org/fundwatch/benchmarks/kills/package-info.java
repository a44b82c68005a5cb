/**
 * Kills the parts of Fundwatch while settlements flow, and compares what is left with the truth.
 */
@NullMarked
package org.fundwatch.benchmarks.kills;

import org.jspecify.annotations.NullMarked;

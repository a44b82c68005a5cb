/** Wires the desks into a Flink job, in a cluster or in this process. */
@NullMarked
package org.fundwatch.streaming.job;

import org.jspecify.annotations.NullMarked;

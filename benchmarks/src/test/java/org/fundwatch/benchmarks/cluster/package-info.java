/** A Flink cluster of several processes on this machine, as a place for the job. */
@NullMarked
package org.fundwatch.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;

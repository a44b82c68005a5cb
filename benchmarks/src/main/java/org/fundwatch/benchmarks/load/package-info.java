/** Sends events and sees how far the stream has come. */
@NullMarked
package org.fundwatch.benchmarks.load;

import org.jspecify.annotations.NullMarked;

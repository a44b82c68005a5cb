/** Judges, sinks and worlds for the tests of the stream. */
@NullMarked
package org.fundwatch.streaming.testing;

import org.jspecify.annotations.NullMarked;

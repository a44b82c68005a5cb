/** The Flink job: thin operators around the rule library and the models. */
@NullMarked
package org.fundwatch.streaming;

import org.jspecify.annotations.NullMarked;

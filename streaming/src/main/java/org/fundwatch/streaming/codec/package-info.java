/** How records look on the wire between tasks and in state: compact bytes with a layout version. */
@NullMarked
package org.fundwatch.streaming.codec;

import org.jspecify.annotations.NullMarked;

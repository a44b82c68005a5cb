/** The pack desk: every sale of one drug pack, judged together. */
@NullMarked
package org.fundwatch.streaming.pack;

import org.jspecify.annotations.NullMarked;

/** Rules in running desks. */
@NullMarked
package org.fundwatch.streaming.judging;

import org.jspecify.annotations.NullMarked;

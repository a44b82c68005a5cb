/** The person desk: one person's history, judged around every change. */
@NullMarked
package org.fundwatch.streaming.person;

import org.jspecify.annotations.NullMarked;

/** The desks of doctors and institutions: a day's or month's settlements, judged together. */
@NullMarked
package org.fundwatch.streaming.period;

import org.jspecify.annotations.NullMarked;

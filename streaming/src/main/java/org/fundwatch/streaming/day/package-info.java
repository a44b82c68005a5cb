/** The desks of doctors and institutions: one day's settlements, judged together. */
@NullMarked
package org.fundwatch.streaming.day;

import org.jspecify.annotations.NullMarked;

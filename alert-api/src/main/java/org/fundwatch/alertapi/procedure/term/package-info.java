/** Working days, and durations and thresholds by region and date, each with where it comes from. */
@NullMarked
package org.fundwatch.alertapi.procedure.term;

import org.jspecify.annotations.NullMarked;

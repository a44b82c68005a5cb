/**
 * How often people confirm what rules and models say: counted, closed, and carried into the
 * priorities of alerts.
 */
@NullMarked
package org.fundwatch.alertapi.precision;

import org.jspecify.annotations.NullMarked;

/** Alerts, cases and reports for inspectors, over HTTP. */
@NullMarked
package org.fundwatch.alertapi;

import org.jspecify.annotations.NullMarked;

/** Alerts as they are stored, searched and shown. */
@NullMarked
package org.fundwatch.alertapi.alert;

import org.jspecify.annotations.NullMarked;

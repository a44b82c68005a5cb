/** What to look at first, by when, and why: pure functions of an alert, tables and figures. */
@NullMarked
package org.fundwatch.alertapi.priority;

import org.jspecify.annotations.NullMarked;

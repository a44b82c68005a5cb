/** What to look at first, by when, and why: pure functions of an alert and two tables. */
@NullMarked
package org.fundwatch.alertapi.priority;

import org.jspecify.annotations.NullMarked;

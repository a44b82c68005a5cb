/** Filters with a name, for oneself and for others. */
@NullMarked
package org.fundwatch.alertapi.view;

import org.jspecify.annotations.NullMarked;

/** What the service does by itself, again and again. */
@NullMarked
package org.fundwatch.alertapi.background;

import org.jspecify.annotations.NullMarked;

/** Tells open pages what has changed, as soon as a search can find it. */
@NullMarked
package org.fundwatch.alertapi.feed;

import org.jspecify.annotations.NullMarked;

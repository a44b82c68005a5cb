/**
 * Putting aside what certain rules say about somebody, for a while, and measuring what that misses.
 */
@NullMarked
package org.fundwatch.alertapi.suppression;

import org.jspecify.annotations.NullMarked;

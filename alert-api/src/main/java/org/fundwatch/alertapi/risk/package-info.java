/** Which institutions of a region to look at first, and why. */
@NullMarked
package org.fundwatch.alertapi.risk;

import org.jspecify.annotations.NullMarked;

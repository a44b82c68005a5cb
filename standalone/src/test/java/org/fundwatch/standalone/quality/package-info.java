/** The real stack against the truth of a simulated month. */
@NullMarked
package org.fundwatch.standalone.quality;

import org.jspecify.annotations.NullMarked;

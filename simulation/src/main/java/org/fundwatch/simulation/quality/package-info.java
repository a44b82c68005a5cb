/** Holds alerts against the truth: what was found, missed, falsely alerted and left in peace. */
@NullMarked
package org.fundwatch.simulation.quality;

import org.jspecify.annotations.NullMarked;

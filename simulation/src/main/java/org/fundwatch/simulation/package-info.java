/** Simulated settlements with known frauds and honest look-alikes. */
@NullMarked
package org.fundwatch.simulation;

import org.jspecify.annotations.NullMarked;

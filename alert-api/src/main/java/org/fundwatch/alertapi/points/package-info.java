/** Points of doctors (驾照式记分): entries, what follows from them, and the tables of both. */
@NullMarked
package org.fundwatch.alertapi.points;

import org.jspecify.annotations.NullMarked;

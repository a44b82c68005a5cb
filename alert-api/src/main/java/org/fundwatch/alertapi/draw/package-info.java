/**
 * Inspections by double draw (双随机): which institutions, by which officers, repeatable by anyone.
 */
@NullMarked
package org.fundwatch.alertapi.draw;

import org.jspecify.annotations.NullMarked;

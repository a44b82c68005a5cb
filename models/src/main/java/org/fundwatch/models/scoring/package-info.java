/** Trained models flattened to arrays: score, calibrate and explain within microseconds. */
@NullMarked
package org.fundwatch.models.scoring;

import org.jspecify.annotations.NullMarked;

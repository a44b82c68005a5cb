/** Subjects taken from settlements, encounters and days, judged, and put into findings. */
@NullMarked
package org.fundwatch.rules.judge;

import org.jspecify.annotations.NullMarked;

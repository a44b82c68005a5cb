/** Checked expressions turned into Java classes. */
@NullMarked
package org.fundwatch.rules.compile;

import org.jspecify.annotations.NullMarked;

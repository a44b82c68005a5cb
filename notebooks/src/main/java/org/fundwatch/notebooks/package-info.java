/** The analyst's notebooks and their kernel. */
@NullMarked
package org.fundwatch.notebooks;

import org.jspecify.annotations.NullMarked;

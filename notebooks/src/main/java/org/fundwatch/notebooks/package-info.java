/** What a notebook cell can call. */
@NullMarked
package org.fundwatch.notebooks;

import org.jspecify.annotations.NullMarked;

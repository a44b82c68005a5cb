/** Settlements as they were told, for those who look into what findings point at. */
@NullMarked
package org.fundwatch.domain.row;

import org.jspecify.annotations.NullMarked;

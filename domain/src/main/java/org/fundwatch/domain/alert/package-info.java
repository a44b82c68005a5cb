/** Findings about one subject, folded, versioned and never deleted. */
@NullMarked
package org.fundwatch.domain.alert;

import org.jspecify.annotations.NullMarked;

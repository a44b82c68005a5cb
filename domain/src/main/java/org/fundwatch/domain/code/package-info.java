/** Code systems and dictionaries of the national interface. */
@NullMarked
package org.fundwatch.domain.code;

import org.jspecify.annotations.NullMarked;

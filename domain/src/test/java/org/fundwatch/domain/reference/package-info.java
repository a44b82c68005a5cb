/** Tests of the reference tables and the grouper. */
@NullMarked
package org.fundwatch.domain.reference;

import org.jspecify.annotations.NullMarked;

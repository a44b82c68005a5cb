/** Exact money and quantities. */
@NullMarked
package org.fundwatch.domain.money;

import org.jspecify.annotations.NullMarked;

/** Expressions checked against the schema of their subject. */
@NullMarked
package org.fundwatch.rules.check;

import org.jspecify.annotations.NullMarked;

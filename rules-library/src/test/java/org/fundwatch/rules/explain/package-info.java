/** Tests of explanations. */
@NullMarked
package org.fundwatch.rules.explain;

import org.jspecify.annotations.NullMarked;

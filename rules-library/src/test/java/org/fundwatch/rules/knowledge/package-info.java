/** Tests of knowledge tables. */
@NullMarked
package org.fundwatch.rules.knowledge;

import org.jspecify.annotations.NullMarked;

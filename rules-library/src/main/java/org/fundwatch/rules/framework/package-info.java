/** The lists that the library is measured against: the national framework and our catalogue. */
@NullMarked
package org.fundwatch.rules.framework;

import org.jspecify.annotations.NullMarked;

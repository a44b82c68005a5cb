/** What every module's tests share: the laws of the house. */
@NullMarked
package org.fundwatch.domain.testing;

import org.jspecify.annotations.NullMarked;

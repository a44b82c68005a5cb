/** Invented stays to train and test on. */
@NullMarked
package org.fundwatch.models.testing;

import org.jspecify.annotations.NullMarked;

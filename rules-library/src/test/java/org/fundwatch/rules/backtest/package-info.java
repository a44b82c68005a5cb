/** Tests of the comparison of two judgements. */
@NullMarked
package org.fundwatch.rules.backtest;

import org.jspecify.annotations.NullMarked;

/** What a change of rules would have meant: two judgements of one history held side by side. */
@NullMarked
package org.fundwatch.rules.backtest;

import org.jspecify.annotations.NullMarked;

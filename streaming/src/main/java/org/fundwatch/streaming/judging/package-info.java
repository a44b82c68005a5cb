/** What every desk shares: rules by broadcast, guarded judging, and findings as differences. */
@NullMarked
package org.fundwatch.streaming.judging;

import org.jspecify.annotations.NullMarked;

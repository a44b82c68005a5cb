/** Peer baselines of a closed month, measured by what the rules themselves see. */
@NullMarked
package org.fundwatch.rules.baseline;

import org.jspecify.annotations.NullMarked;

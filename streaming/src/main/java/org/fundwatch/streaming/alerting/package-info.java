/** The alert desk: findings on one subject, folded into one versioned alert. */
@NullMarked
package org.fundwatch.streaming.alerting;

import org.jspecify.annotations.NullMarked;

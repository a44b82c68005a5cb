/** The ground floor: settlement events, money, time, findings and alerts. */
@NullMarked
package org.fundwatch.domain;

import org.jspecify.annotations.NullMarked;

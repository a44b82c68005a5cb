/**
 * What the desks beyond the person keep: sales of a drug pack, days of doctors, days and months of
 * institutions.
 */
@NullMarked
package org.fundwatch.domain.desk;

import org.jspecify.annotations.NullMarked;

/**
 * How institutions and doctors stand: marks against them, each proposed by one, approved by
 * another, open to objection and repair, and the tables by which they count.
 */
@NullMarked
package org.fundwatch.alertapi.standing;

import org.jspecify.annotations.NullMarked;

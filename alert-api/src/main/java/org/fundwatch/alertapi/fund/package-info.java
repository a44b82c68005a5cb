/**
 * What the funds of regions take in and spend by month, indicators of it with grades, and the
 * warning notices (预警) that a change of grade makes.
 */
@NullMarked
package org.fundwatch.alertapi.fund;

import org.jspecify.annotations.NullMarked;

/**
 * Profiles of institutions and doctors: what is said of them over time, what of it is confirmed,
 * and what came of it.
 */
@NullMarked
package org.fundwatch.alertapi.profile;

import org.jspecify.annotations.NullMarked;

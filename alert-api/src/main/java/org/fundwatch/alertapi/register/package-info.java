/**
 * What belongs to no case, alert, report or user, each a stream of its own, listed in one place.
 */
@NullMarked
package org.fundwatch.alertapi.register;

import org.jspecify.annotations.NullMarked;

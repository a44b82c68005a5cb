/** Trains models with Tribuo from labelled encounters and publishes them. */
@NullMarked
package org.fundwatch.models.training;

import org.jspecify.annotations.NullMarked;

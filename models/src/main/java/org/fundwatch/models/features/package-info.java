/**
 * What models know of a stay: one schema, computed by the same code in training and in the stream.
 */
@NullMarked
package org.fundwatch.models.features;

import org.jspecify.annotations.NullMarked;

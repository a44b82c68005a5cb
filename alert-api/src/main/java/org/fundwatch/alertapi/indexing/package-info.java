/**
 * Carries alerts and settlement rows from Kafka into the search node without losing any, whichever
 * of the two is away.
 */
@NullMarked
package org.fundwatch.alertapi.indexing;

import org.jspecify.annotations.NullMarked;

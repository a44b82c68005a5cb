/** Identities are replaced by tokens before anything else sees an event. */
@NullMarked
package org.fundwatch.domain.identity;

import org.jspecify.annotations.NullMarked;

/** A person's encounters as the facts say, whatever order the events came in. */
@NullMarked
package org.fundwatch.domain.timeline;

import org.jspecify.annotations.NullMarked;

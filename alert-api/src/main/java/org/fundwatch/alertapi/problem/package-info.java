/** Mistakes answered as problem details (RFC 9457), never as a stack trace. */
@NullMarked
package org.fundwatch.alertapi.problem;

import org.jspecify.annotations.NullMarked;

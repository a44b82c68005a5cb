/** Bytes that nobody has thought of, for everything that reads what others send. */
@NullMarked
package org.fundwatch.alertapi.fuzz;

import org.jspecify.annotations.NullMarked;

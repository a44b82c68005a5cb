/** Tests of the monthly closing. */
@NullMarked
package org.fundwatch.rules.baseline;

import org.jspecify.annotations.NullMarked;

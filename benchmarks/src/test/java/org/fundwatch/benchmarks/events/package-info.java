/** Tests of what is in the package of this name. */
@NullMarked
package org.fundwatch.benchmarks.events;

import org.jspecify.annotations.NullMarked;

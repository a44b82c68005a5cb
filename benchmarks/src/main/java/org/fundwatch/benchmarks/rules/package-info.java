/** The rule library: what it finds in a simulated world, and what its rules cost. */
@NullMarked
package org.fundwatch.benchmarks.rules;

import org.jspecify.annotations.NullMarked;

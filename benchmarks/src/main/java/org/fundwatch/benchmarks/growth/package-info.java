/** How the cost of a settlement grows with the number of persons in the state. */
@NullMarked
package org.fundwatch.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

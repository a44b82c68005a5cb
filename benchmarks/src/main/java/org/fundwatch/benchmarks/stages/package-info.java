/** Parts of the path on their own. */
@NullMarked
package org.fundwatch.benchmarks.stages;

import org.jspecify.annotations.NullMarked;

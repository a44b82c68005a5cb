/** How many bytes the job keeps, of what, and what its checkpoints take. */
@NullMarked
package org.fundwatch.benchmarks.state;

import org.jspecify.annotations.NullMarked;

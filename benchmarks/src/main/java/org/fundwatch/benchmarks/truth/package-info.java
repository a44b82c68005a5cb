/** What alerts should be by a batch run over the same settlements, and what differs from it. */
@NullMarked
package org.fundwatch.benchmarks.truth;

import org.jspecify.annotations.NullMarked;

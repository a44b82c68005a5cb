/** Where time goes: threads by their part, stack samples by their stage. */
@NullMarked
package org.fundwatch.benchmarks.profile;

import org.jspecify.annotations.NullMarked;

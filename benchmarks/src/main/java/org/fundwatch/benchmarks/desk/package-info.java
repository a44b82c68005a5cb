/** What an inspector's day costs at a million alerts. */
@NullMarked
package org.fundwatch.benchmarks.desk;

import org.jspecify.annotations.NullMarked;

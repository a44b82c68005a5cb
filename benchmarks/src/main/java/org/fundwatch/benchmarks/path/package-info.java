/** The whole path, from the settlement's topic to the search API. */
@NullMarked
package org.fundwatch.benchmarks.path;

import org.jspecify.annotations.NullMarked;

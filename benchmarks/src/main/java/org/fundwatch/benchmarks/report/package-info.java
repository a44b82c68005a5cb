/** Figures, tables and the files that they are written to. */
@NullMarked
package org.fundwatch.benchmarks.report;

import org.jspecify.annotations.NullMarked;

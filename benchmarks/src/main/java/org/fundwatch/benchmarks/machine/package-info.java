/** What a measurement ran on, and what it cost there. */
@NullMarked
package org.fundwatch.benchmarks.machine;

import org.jspecify.annotations.NullMarked;

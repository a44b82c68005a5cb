/** Micro-benchmarks. */
@NullMarked
package org.fundwatch.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

/** Tests of what is in the package of this name. */
@NullMarked
package org.fundwatch.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

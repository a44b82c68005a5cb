/** A Jupyter kernel for Java: JShell with Fundwatch on its class path. */
@NullMarked
package org.fundwatch.notebooks.kernel;

import org.jspecify.annotations.NullMarked;

/** Releases of the regulator's knowledge, read into knowledge tables; registries likewise. */
@NullMarked
package org.fundwatch.rules.release;

import org.jspecify.annotations.NullMarked;

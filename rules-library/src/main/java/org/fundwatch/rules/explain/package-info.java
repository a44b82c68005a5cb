/** Why a rule does or does not fire, step by step. */
@NullMarked
package org.fundwatch.rules.explain;

import org.jspecify.annotations.NullMarked;

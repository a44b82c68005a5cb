/** The cases of a rule: small invented facts, and whether the rule must fire. */
@NullMarked
package org.fundwatch.rules.cases;

import org.jspecify.annotations.NullMarked;

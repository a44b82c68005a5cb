/** Tests of the rule language's functions. */
@NullMarked
package org.fundwatch.rules.schema;

import org.jspecify.annotations.NullMarked;

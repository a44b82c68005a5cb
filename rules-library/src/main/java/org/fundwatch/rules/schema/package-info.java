/** What expressions can name: the subjects' fields and the functions of our own, with types. */
@NullMarked
package org.fundwatch.rules.schema;

import org.jspecify.annotations.NullMarked;

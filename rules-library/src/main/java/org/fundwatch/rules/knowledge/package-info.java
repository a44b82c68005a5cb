/** Knowledge tables: rows with validity and region, looked up by key. */
@NullMarked
package org.fundwatch.rules.knowledge;

import org.jspecify.annotations.NullMarked;

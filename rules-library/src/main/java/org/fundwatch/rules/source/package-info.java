/** Rule files as their authors wrote them: YAML with the place of every value. */
@NullMarked
package org.fundwatch.rules.source;

import org.jspecify.annotations.NullMarked;

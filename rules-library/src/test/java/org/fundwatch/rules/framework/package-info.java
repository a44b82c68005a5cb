/** Tests of the lists and of what the library covers of them. */
@NullMarked
package org.fundwatch.rules.framework;

import org.jspecify.annotations.NullMarked;

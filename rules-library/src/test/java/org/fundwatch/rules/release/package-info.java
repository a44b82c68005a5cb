/** Tests of reading releases. */
@NullMarked
package org.fundwatch.rules.release;

import org.jspecify.annotations.NullMarked;

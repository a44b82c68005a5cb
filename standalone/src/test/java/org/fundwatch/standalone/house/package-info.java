/** Tests of what the house stands on. */
@NullMarked
package org.fundwatch.standalone.house;

import org.jspecify.annotations.NullMarked;

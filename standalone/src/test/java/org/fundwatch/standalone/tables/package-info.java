/** Tests of delimited files and joins. */
@NullMarked
package org.fundwatch.standalone.tables;

import org.jspecify.annotations.NullMarked;

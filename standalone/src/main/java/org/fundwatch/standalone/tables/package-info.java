/** Delimited text files as rows, and rows of several files joined by a key. */
@NullMarked
package org.fundwatch.standalone.tables;

import org.jspecify.annotations.NullMarked;

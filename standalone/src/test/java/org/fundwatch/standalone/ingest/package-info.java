/** Tests of the readers and of the sending. */
@NullMarked
package org.fundwatch.standalone.ingest;

import org.jspecify.annotations.NullMarked;

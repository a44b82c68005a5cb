/** Files of several formats read as settlement events and fed into the stream. */
@NullMarked
package org.fundwatch.standalone.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * The national interface's JSON: one table of fields reads, writes, checks and documents an event.
 */
@NullMarked
package org.fundwatch.domain.json;

import org.jspecify.annotations.NullMarked;

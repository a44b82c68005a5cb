/**
 * The search node: one client, its indices, its errors translated in one place, paging by cursor.
 */
@NullMarked
package org.fundwatch.alertapi.search;

import org.jspecify.annotations.NullMarked;

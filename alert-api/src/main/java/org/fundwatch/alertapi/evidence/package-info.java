/** Files that belong to cases, kept by what is in them. */
@NullMarked
package org.fundwatch.alertapi.evidence;

import org.jspecify.annotations.NullMarked;

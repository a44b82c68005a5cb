/** The settlements that findings point at, as they were told: found, shown and masked. */
@NullMarked
package org.fundwatch.alertapi.rows;

import org.jspecify.annotations.NullMarked;

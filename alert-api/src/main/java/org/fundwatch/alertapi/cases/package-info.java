/** Cases as lists of events, and their export. */
@NullMarked
package org.fundwatch.alertapi.cases;

import org.jspecify.annotations.NullMarked;

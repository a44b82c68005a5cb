/** Cases as streams of the journal that follow the procedure, and their export. */
@NullMarked
package org.fundwatch.alertapi.cases;

import org.jspecify.annotations.NullMarked;

/** Who looked at whom, and who did what: written before the answer is given, read by auditors. */
@NullMarked
package org.fundwatch.alertapi.audit;

import org.jspecify.annotations.NullMarked;

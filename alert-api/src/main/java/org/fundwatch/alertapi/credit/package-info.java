/** The credit record of institutions and doctors: entries, grade, repair, and their tables. */
@NullMarked
package org.fundwatch.alertapi.credit;

import org.jspecify.annotations.NullMarked;

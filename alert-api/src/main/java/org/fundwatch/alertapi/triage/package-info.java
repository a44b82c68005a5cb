/** What people decide about alerts, with nobody's change lost under another's. */
@NullMarked
package org.fundwatch.alertapi.triage;

import org.jspecify.annotations.NullMarked;

/** Reports of the 12393 hotline, without the reporter's identity. */
@NullMarked
package org.fundwatch.alertapi.report;

import org.jspecify.annotations.NullMarked;

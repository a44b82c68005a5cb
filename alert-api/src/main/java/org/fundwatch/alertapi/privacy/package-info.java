/** Personal data made unrecognisable in what is shown without a reason. */
@NullMarked
package org.fundwatch.alertapi.privacy;

import org.jspecify.annotations.NullMarked;

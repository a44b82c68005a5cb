/** Personal data shown as it is, to those who say why, once that is written down. */
@NullMarked
package org.fundwatch.alertapi.reveal;

import org.jspecify.annotations.NullMarked;

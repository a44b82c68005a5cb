/** Who signs in with a password, and how long wrong ones make them wait. */
@NullMarked
package org.fundwatch.alertapi.signin;

import org.jspecify.annotations.NullMarked;

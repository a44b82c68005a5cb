/** Who may do what: built-in users of one machine, roles, sign-in. */
@NullMarked
package org.fundwatch.alertapi.security;

import org.jspecify.annotations.NullMarked;

/**
 * Who may see and do what: sign-in, roles, regions, and the {@code Caller} that controllers ask
 * for.
 */
@NullMarked
package org.fundwatch.alertapi.security;

import org.jspecify.annotations.NullMarked;

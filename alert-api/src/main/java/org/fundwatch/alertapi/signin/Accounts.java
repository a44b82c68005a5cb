package org.fundwatch.alertapi.signin;

import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * The built-in users. No bean of Spring Security's own kind, which would let them in beside {@link
 * SignIn}.
 */
public record Accounts(UserDetailsService byName) {}

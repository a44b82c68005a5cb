package org.fundwatch.alertapi.security;

import org.springframework.security.core.AuthenticationException;

/** The issuer does not answer, so that nobody can tell whether a token is good. */
final class IssuerAwayException extends AuthenticationException {
  IssuerAwayException(Throwable cause) {
    super("issuer of tokens: no answer", cause);
  }
}

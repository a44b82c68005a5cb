package org.fundwatch.alertapi.signin;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: none is tried for a while, not even the right one. */
public final class SignInDelayedException extends AuthenticationException {
  private static final long serialVersionUID = 1;
  private static final long MILLIS = 1000;

  private final long seconds;

  SignInDelayedException(long waitMillis) {
    super("sign-in: too many wrong passwords for this user or from this address");
    this.seconds = (waitMillis + MILLIS - 1) / MILLIS;
  }

  /** How long to wait. */
  public long seconds() {
    return seconds;
  }
}

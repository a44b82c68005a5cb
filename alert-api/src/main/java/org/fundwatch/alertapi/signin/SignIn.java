package org.fundwatch.alertapi.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets built-in users in by their passwords, and makes who gives wrong ones wait. Thread-safe.
 *
 * <p>Passwords for one user are tried one after the other: guesses sent all at once would be tried
 * before the first of them has counted.
 */
@Component
final class SignIn implements AuthenticationProvider {
  private static final int LOCKS = 64;

  private final DaoAuthenticationProvider passwords;
  private final UserDetailsService users;
  private final Attempts attempts;
  private final ApplicationEventPublisher events;
  private final Counter wrong;
  private final Counter delayed;
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  SignIn(
      Accounts accounts,
      PasswordEncoder hashes,
      Attempts attempts,
      ApplicationEventPublisher events,
      MeterRegistry metrics) {
    this.users = accounts.byName();
    this.passwords = new DaoAuthenticationProvider(users);
    this.passwords.setPasswordEncoder(hashes);
    this.attempts = attempts;
    this.events = events;
    this.wrong = counter(metrics, "wrong", "Wrong passwords");
    this.delayed = counter(metrics, "delayed", "Sign-ins refused untried after wrong passwords");
  }

  /**
   * Tries a password.
   *
   * @throws SignInDelayedException when nobody may try one now
   * @throws BadCredentialsException when it is wrong, or there is no such user
   */
  @Override
  public Authentication authenticate(Authentication asked) {
    var address =
        asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    var name = asked.getName();
    try {
      synchronized (lock(name)) {
        return tried(asked, name, String.valueOf(address));
      }
    } catch (Wrong e) {
      events.publishEvent(e.failed);
      throw e;
    }
  }

  private Authentication tried(Authentication asked, String name, String address) {
    long wait = attempts.wait(name, address);
    if (wait > 0) {
      delayed.increment();
      throw new SignInDelayedException(wait);
    }
    try {
      var user = passwords.authenticate(asked);
      attempts.succeeded(name, address);
      return user;
    } catch (BadCredentialsException e) {
      wrong.increment();
      int failures = attempts.failed(name, address);
      throw new Wrong(
          new SignInFailed(known(name), address, failures, attempts.wait(name, address)), e);
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  private String known(String name) {
    try {
      return users.loadUserByUsername(name).getUsername();
    } catch (UsernameNotFoundException e) {
      return "";
    }
  }

  private Object lock(String name) {
    return locks[Math.floorMod(Attempts.name(name).hashCode(), LOCKS)];
  }

  private static Counter counter(MeterRegistry metrics, String outcome, String description) {
    return Counter.builder("fundwatch.signin.refused")
        .tag("outcome", outcome)
        .description(description)
        .register(metrics);
  }

  /** Carries what is told of it out of the lock. */
  private static final class Wrong extends BadCredentialsException {
    private static final long serialVersionUID = 1;

    private final transient SignInFailed failed;

    private Wrong(SignInFailed failed, BadCredentialsException cause) {
      super("wrong user name or password", cause);
      this.failed = failed;
    }
  }
}

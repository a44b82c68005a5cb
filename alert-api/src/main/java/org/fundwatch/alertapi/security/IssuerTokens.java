package org.fundwatch.alertapi.security;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Reads the tokens of an issuer and checks signature, type, issuer, audience and time. The issuer
 * is asked for its keys when the first token comes, and again for a key that is new: it may be away
 * while the service starts. Thread-safe.
 */
final class IssuerTokens implements JwtDecoder {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerTokens.class);

  private final JwtDecoder decoder;
  private volatile String lastFailure = "";

  IssuerTokens(OidcSettings settings, Clock clock) {
    var checks = checks(settings, clock);
    decoder =
        new SupplierJwtDecoder(
            () -> {
              var byKeys =
                  NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                      .validateType(false)
                      .build();
              byKeys.setJwtValidator(checks);
              return byKeys;
            });
  }

  /**
   * The token that a text is.
   *
   * @throws BadJwtException when it is none, or not good
   * @throws IssuerAwayException when that cannot be found out now
   */
  @Override
  public Jwt decode(String token) {
    try {
      var decoded = decoder.decode(token);
      lastFailure = "";
      return decoded;
    } catch (BadJwtException e) {
      throw e;
    } catch (RuntimeException e) {
      note(e);
      throw new IssuerAwayException(e);
    }
  }

  // Once per failure, not once per request: anybody can send tokens.
  private void note(RuntimeException e) {
    var failure = String.valueOf(e.getMessage());
    if (!failure.equals(lastFailure)) {
      lastFailure = failure;
      LOG.warn("issuer of tokens: no answer that can be used: {}", failure);
    }
  }

  private static OAuth2TokenValidator<Jwt> checks(OidcSettings settings, Clock clock) {
    var time = new JwtTimestampValidator();
    time.setClock(clock);
    // Access tokens of RFC 9068 say what they are, others say JWT or nothing.
    var type = new JwtTypeValidator(List.of("JWT", "at+jwt", "application/at+jwt"));
    type.setAllowEmpty(true);
    return new DelegatingOAuth2TokenValidator<>(
        time,
        type,
        new JwtIssuerValidator(settings.issuer()),
        new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD,
            audience -> audience != null && audience.contains(settings.audience())));
  }
}

package org.fundwatch.alertapi.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Makes a user of a token. Roles that we do not have are passed over; without any, or without a
 * region, the user is known and may do or see nothing. Thread-safe.
 */
final class IssuerUsers implements Converter<Jwt, AbstractAuthenticationToken> {
  // A name ends up in ids, records and pages.
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,100}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

  private final OidcSettings settings;
  private final UserSettings builtIn;

  IssuerUsers(OidcSettings settings, UserSettings builtIn) {
    this.settings = settings;
    this.builtIn = builtIn;
  }

  /**
   * The user.
   *
   * @throws InvalidBearerTokenException when the token names none that we could let in
   */
  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    var roles =
        texts(token, settings.rolesClaim())
            .map(Role::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new JwtAuthenticationToken(
        token, Callers.authorities(roles, regions(token)), name(token));
  }

  /** True for what can be the name of a user. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private String name(Jwt token) {
    var name = claim(token.getClaims(), settings.nameClaim());
    if (!(name instanceof String text) || !isName(text)) {
      throw new InvalidBearerTokenException(
          "claim %s: missing, or no name of a user".formatted(settings.nameClaim()));
    }
    // Else somebody could approve at the issuer what they did here.
    if (builtIn.users().containsKey(text)) {
      throw new InvalidBearerTokenException(
          "claim %s: the name of a built-in user".formatted(settings.nameClaim()));
    }
    return text;
  }

  private Regions regions(Jwt token) {
    try {
      return Regions.parse(texts(token, settings.regionsClaim()).toList());
    } catch (IllegalArgumentException e) {
      throw new InvalidBearerTokenException(
          "claim %s: %s".formatted(settings.regionsClaim(), e.getMessage()), e);
    }
  }

  private static Stream<String> texts(Jwt token, String claim) {
    var value = claim(token.getClaims(), claim);
    if (value instanceof Collection<?> list) {
      return list.stream().map(String::valueOf);
    }
    return value instanceof String text ? Arrays.stream(BETWEEN.split(text)) : Stream.empty();
  }

  private static @Nullable Object claim(Map<?, ?> claims, String path) {
    // A name with dots may be one whole claim: many issuers use addresses.
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    Object value = claims;
    for (var step : List.of(path.split("\\."))) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }
}

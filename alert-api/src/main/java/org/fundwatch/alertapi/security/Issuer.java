package org.fundwatch.alertapi.security;

import java.time.Clock;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** Lets the users of an issuer in where one is set. */
@Component
final class Issuer {
  private final OidcSettings settings;
  private final UserSettings builtIn;
  private final Clock clock;

  Issuer(OidcSettings settings, UserSettings builtIn, Clock clock) {
    this.settings = settings;
    this.builtIn = builtIn;
    this.clock = clock;
  }

  HttpSecurity accept(HttpSecurity http, ProblemResponses problems) {
    return settings.used()
        ? http.oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems)
                    .jwt(
                        jwt ->
                            jwt.decoder(new IssuerTokens(settings, clock))
                                .jwtAuthenticationConverter(new IssuerUsers(settings, builtIn))))
        : http;
  }
}

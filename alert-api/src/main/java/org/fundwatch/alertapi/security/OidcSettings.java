package org.fundwatch.alertapi.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An issuer of tokens (OpenID Connect) whose users come in beside the built-in ones. A claim is
 * named as it is, or by its path with dots, such as {@code realm_access.roles}.
 *
 * @param issuer its address as it names itself in its tokens; empty for no issuer
 * @param audience what a token must be made out to, so that one for another service is none for us
 * @param nameClaim the user's name; the preset is the one claim that never goes to somebody else
 * @param rolesClaim names of roles, as a list or as one text with blanks or commas
 * @param regionsClaim codes of regions likewise, {@value Regions#NATION_SIGN} for the nation
 */
@ConfigurationProperties("fundwatch.oidc")
record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("") String audience,
    @DefaultValue("sub") String nameClaim,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("regions") String regionsClaim) {

  OidcSettings {
    if (!issuer.isEmpty() && audience.isEmpty()) {
      throw new IllegalArgumentException(
          "fundwatch.oidc.audience: none; the name that the issuer makes tokens for this service"
              + " out to");
    }
  }

  boolean used() {
    return !issuer.isEmpty();
  }
}

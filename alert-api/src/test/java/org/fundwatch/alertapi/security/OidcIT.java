package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The users of an issuer beside the built-in ones. No bad token is our mistake. */
final class OidcIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final RSAKey KEY = ISSUER.newKey("k1");
  private static final long HOUR_SECONDS = 3600;
  private static final String INSIDE = SampleAlert.of(1).id();
  private static final String OUTSIDE = SampleAlert.of(2).id();

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.oidc.issuer", ISSUER.url())
          .with("fundwatch.oidc.audience", "fundwatch")
          .with("fundwatch.oidc.roles-claim", "realm_access.roles");

  @BeforeAll
  static void index() {
    SERVICE.send(
        SampleAlert.of(1).alert(), SampleAlert.of(2).institution(SampleAlert.PHARMACY).alert());
    SERVICE.awaitTotal(2);
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @Test
  void token_good_letsInWithItsRolesAndRegions() {
    var token = token(KEY, claims -> claims);

    var page = get("/api/v1/alerts", token);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().at("/items").findValuesAsText("id"))
        .contains(INSIDE)
        .doesNotContain(OUTSIDE);
    assertThat(get("/api/v1/alerts/" + OUTSIDE, token).status()).isEqualTo(404);
    assertThat(get("/actuator/prometheus", token).status()).isEqualTo(403);
    var taken =
        Http.send(
            bearer("/api/v1/alerts/" + INSIDE + "/assign", token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1-0\"")
                .POST(BodyPublishers.ofString("{\"assignee\":\"zhou-7\"}")));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(taken.json().at("/triage/assignee").asText()).isEqualTo("zhou-7");
    assertThat(SERVICE.as("inspector").get("/api/v1/alerts").status())
        .as("built-in users come in as before")
        .isEqualTo(200);
  }

  @Test
  void token_bad_isRefused() {
    assertRefused(token(KEY, claims -> claims.expirationTime(at(-HOUR_SECONDS))));
    assertRefused(token(KEY, claims -> claims.expirationTime(null)));
    assertRefused(token(KEY, claims -> claims.notBeforeTime(at(HOUR_SECONDS))));
    assertRefused(token(KEY, claims -> claims.audience("another-service")));
    assertRefused(token(KEY, claims -> claims.audience(List.of())));
    assertRefused(token(KEY, claims -> claims.issuer("http://127.0.0.1:1")));
    assertRefused(token(TestIssuer.strangeKey("k1"), claims -> claims));
    assertRefused(token(TestIssuer.strangeKey("unknown"), claims -> claims));
    assertRefused(new PlainJWT(claims(claims -> claims)).serialize());
    assertRefused(token(KEY, claims -> claims.subject(null)));
    assertRefused(token(KEY, claims -> claims.subject("a b\n")));
    assertRefused(token(KEY, claims -> claims.subject("admin")));
    assertRefused(token(KEY, claims -> claims.claim("regions", List.of("everywhere"))));
    assertRefused("nonsense");
    assertRefused("a.b.c");
    assertRefused("");
    assertRefused("%");
  }

  @Test
  void token_withoutRolesWeHave_isKnownAndMayNothing() {
    assertThat(
            get("/api/v1/alerts", token(KEY, claims -> roles(claims, "king", "offline_access")))
                .status())
        .isEqualTo(403);
    assertThat(
            get("/api/v1/alerts", token(KEY, claims -> claims.claim("realm_access", "x"))).status())
        .isEqualTo(403);
  }

  @Test
  void token_withoutRegions_seesNothing() {
    var nowhere = token(KEY, claims -> claims.claim("regions", null));

    assertThat(get("/api/v1/alerts", nowhere).json().at("/total").asInt()).isZero();
    assertThat(get("/api/v1/alerts/" + INSIDE, nowhere).status()).isEqualTo(404);
  }

  @Test
  void key_newAtTheIssuer_isAskedFor_andMissedWhileItIsAway() {
    ISSUER.away(true);
    var key = ISSUER.newKey("k2");

    var refused = get("/api/v1/alerts", token(key, claims -> claims));
    ISSUER.away(false);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.json().at("/detail").asText())
        .isEqualTo("the issuer of tokens does not answer; try again in a moment");
    assertThat(get("/api/v1/alerts", token(key, claims -> claims)).status()).isEqualTo(200);
  }

  private static void assertRefused(String token) {
    var answer = get("/api/v1/alerts", token);
    assertThat(answer.status()).as(token).isEqualTo(401);
    assertThat(answer.type()).startsWith("application/problem+json");
  }

  private static Http.Answer get(String path, String token) {
    return Http.send(bearer(path, token).GET());
  }

  private static HttpRequest.Builder bearer(String path, String token) {
    return new Http(SERVICE.url(), "").request(path).header("Authorization", "Bearer " + token);
  }

  private static String token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
    return TestIssuer.token(key, claims(change));
  }

  private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            roles(
                new JWTClaimsSet.Builder()
                    .issuer(ISSUER.url())
                    .audience("fundwatch")
                    .subject("zhou-7")
                    .expirationTime(at(HOUR_SECONDS))
                    .claim("regions", List.of("3201")),
                "inspector"))
        .build();
  }

  private static Date at(long secondsFromNow) {
    return Date.from(Clock.systemUTC().instant().plusSeconds(secondsFromNow));
  }

  private static JWTClaimsSet.Builder roles(JWTClaimsSet.Builder claims, String... roles) {
    return claims.claim("realm_access", Map.of("roles", List.of(roles)));
  }
}

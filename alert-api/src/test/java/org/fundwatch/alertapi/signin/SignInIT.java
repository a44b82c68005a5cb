package org.fundwatch.alertapi.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SignInIT {
  private static final String WRONG = "kanarienvogel";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.sign-in.free-attempts", "3")
          .with("fundwatch.sign-in.first-wait", "20m");

  @Test
  void wrongPasswords_overTheApi_delayEvenTheRightOne() {
    for (int i = 0; i < 3; i++) {
      assertThat(me("li", WRONG).status()).isEqualTo(401);
    }

    var refused = me("li", ServiceSettings.PASSWORD);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.type()).startsWith("application/problem+json");
    assertThat(refused.json().at("/detail").asText())
        .matches(
            "sign-in: too many wrong passwords for this user or from this address; try again in"
                + " 1[12]\\d\\d s");
    assertThat(me("wuxi", ServiceSettings.PASSWORD).status()).as("others").isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(audited().json().at("/items").findValuesAsText("stream"))
                    .filteredOn(stream -> stream.startsWith("li/"))
                    .hasSize(3));
    assertThat(audited().json().at("/items").findValuesAsText("body"))
        .anyMatch(body -> body.contains("\"failures\":3") && body.contains("\"waitMillis\":1"));
    assertThat(audited().text()).doesNotContain(WRONG, ServiceSettings.PASSWORD);
    assertThat(SERVICE.as("admin").get("/actuator/prometheus").text())
        .contains("fundwatch_signin_refused_total{outcome=\"delayed\"} ")
        .contains("fundwatch_signin_refused_total{outcome=\"wrong\"} ");
  }

  @Test
  void passwordTypedAsName_isInNoEntry() {
    assertThat(me(WRONG, "x").status()).isEqualTo(401);

    await()
        .untilAsserted(
            () ->
                assertThat(audited().json().at("/items").findValuesAsText("stream"))
                    .anyMatch(stream -> stream.startsWith("-/")));
    assertThat(audited().text()).doesNotContain(WRONG);
  }

  @Test
  void wrongPasswords_onThePage_sayWhenToTryAgain() throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    for (int i = 0; i < 3; i++) {
      assertThat(signIn(browser, WRONG)).isEqualTo("/login?error");
    }

    var back = signIn(browser, ServiceSettings.PASSWORD);

    assertThat(back).matches("/login\\?wait=1[12]\\d\\d");
    assertThat(get(browser, back).body())
        .containsPattern("密码错误次数过多，请在 <span>20\\d\\d-[^<]+</span> 之后再试");
    assertThat(get(browser, "/login?wait=%3Cb%3E").body()).doesNotContain("次数过多", "<b>");
  }

  private static Http.Answer audited() {
    return SERVICE.as("auditor").get("/api/v1/audit?type=SIGN_IN_FAILED&by=fundwatch");
  }

  private static Http.Answer me(String user, String password) {
    var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return Http.send(
        new Http(SERVICE.url(), "")
            .request("/api/v1/me")
            .header("Authorization", "Basic " + credentials));
  }

  /** Where the page sends the browser. */
  private static String signIn(HttpClient browser, String password) throws Exception {
    var token = CSRF.matcher(get(browser, "/login").body());
    assertThat(token.find()).isTrue();
    var form =
        "username=zhao&password=%s&_csrf=%s"
            .formatted(
                URLEncoder.encode(password, UTF_8), URLEncoder.encode(token.group(1), UTF_8));
    var answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(SERVICE.url() + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath()
        + "?"
        + URI.create(answer.headers().firstValue("Location").orElseThrow()).getQuery();
  }

  private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(SERVICE.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}

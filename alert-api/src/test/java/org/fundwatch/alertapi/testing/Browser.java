package org.fundwatch.alertapi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** A browser that one user has signed in with, or nobody; it follows no redirects. */
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Browser(URI base) {
    this.base = base;
  }

  public static Browser of(URI base, String user) {
    var browser = new Browser(base);
    if (!user.isEmpty()) {
      var form = "username=%s&password=%s".formatted(user, encoded(ServiceSettings.PASSWORD));
      var in = browser.send("POST", "/login", form);
      var to = in.headers().firstValue("Location").orElse("");
      if (in.statusCode() != 302 || to.contains("/login")) {
        throw new IllegalStateException(user + " cannot sign in: sent to " + to);
      }
    }
    return browser;
  }

  /** Sends a request; a form with the token of the session. */
  public HttpResponse<String> send(String method, String path, String form) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    if (method.equals("GET")) {
      return exchange(request.GET());
    }
    return exchange(
        request
            .header("Content-Type", FORM)
            .method(method, BodyPublishers.ofString(form + "&_csrf=" + encoded(token()))));
  }

  private String token() {
    var page = exchange(HttpRequest.newBuilder(URI.create(base + "/login")).GET()).body();
    var token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no token on the page to sign in on");
    }
    return token.group(1);
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return client.send(
          request.header("Accept", "text/html,*/*").build(),
          HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

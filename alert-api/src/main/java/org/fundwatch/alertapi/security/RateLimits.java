package org.fundwatch.alertapi.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.alertapi.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no user keep the service from the others: who asks too often is told when to come back. Only
 * users that have signed in are counted. Thread-safe.
 */
@Component
final class RateLimits {
  private static final int MOST_BUCKETS = 10_000;
  private static final int MILLIS = 1000;

  private final ProblemWriter writer;
  private final Clock clock;
  private final double perSecond;
  private final double burst;
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  RateLimits(
      ProblemWriter writer,
      Clock clock,
      @Value("${fundwatch.http.requests-per-second:200}") double perSecond,
      @Value("${fundwatch.http.burst:400}") double burst) {
    if (!(perSecond > 0) || !(burst >= 1)) {
      throw new IllegalArgumentException(
          "fundwatch.http.requests-per-second: %s, .burst: %s; more than 0, and 1 or more"
              .formatted(perSecond, burst));
    }
    this.writer = writer;
    this.clock = clock;
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** A filter that stands behind the sign-in. All of them count together. */
  OncePerRequestFilter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        var user = request.getUserPrincipal();
        long wait = user == null ? 0 : take(user.getName());
        if (wait == 0) {
          chain.doFilter(request, response);
        } else {
          long seconds = (wait + MILLIS - 1) / MILLIS;
          response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
          writer.write(
              response,
              HttpStatus.TOO_MANY_REQUESTS,
              "requests: too many; at most %s a second, try again in %d s"
                  .formatted(trimmed(perSecond), seconds));
        }
      }
    };
  }

  private long take(String user) {
    long now = clock.millis();
    if (buckets.size() > MOST_BUCKETS) {
      buckets.values().removeIf(bucket -> bucket.full(now));
    }
    return buckets.computeIfAbsent(user, name -> new TokenBucket(perSecond, burst, now)).take(now);
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}

package org.fundwatch.alertapi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fundwatch.alertapi.problem.ProblemWriter;
import org.fundwatch.alertapi.signin.SignInDelayedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers who is not known, or may not, as problem details. */
@Component
class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final ProblemWriter writer;

  ProblemResponses(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof SignInDelayedException delayed) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delayed.seconds()));
      writer.write(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "%s; try again in %d s".formatted(delayed.getMessage(), delayed.seconds()));
    } else if (e instanceof IssuerAwayException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      writer.write(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "the issuer of tokens does not answer; try again in a moment");
    } else if (e instanceof OAuth2AuthenticationException) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fundwatch\", error=\"invalid_token\"");
      writer.write(
          response,
          HttpStatus.UNAUTHORIZED,
          "bearer token: expired, not of our issuer, not for this service, or without a name we"
              + " know what to do with");
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"fundwatch\"");
      writer.write(
          response,
          HttpStatus.UNAUTHORIZED,
          "user name and password (HTTP basic): missing or wrong");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    writer.write(response, HttpStatus.FORBIDDEN, "your roles do not allow this");
  }
}

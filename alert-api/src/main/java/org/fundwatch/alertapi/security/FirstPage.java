package org.fundwatch.alertapi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Sends who has signed in to the page they asked for, or else to the first that is theirs. */
final class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {
  private static final String QUEUE = "/";
  private static final String CASES = "/cases";

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user) {
    var roles =
        Stream.ofNullable(user)
            .flatMap(known -> known.getAuthorities().stream())
            .map(GrantedAuthority::getAuthority)
            .map(Role::ofAuthority)
            .flatMap(Optional::stream)
            .toList();
    boolean triages = roles.contains(Role.INSPECTOR) || roles.contains(Role.LEAD);
    return !triages && roles.contains(Role.LEGAL_REVIEWER) ? CASES : QUEUE;
  }
}

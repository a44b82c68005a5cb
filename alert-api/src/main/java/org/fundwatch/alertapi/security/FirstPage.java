package org.fundwatch.alertapi.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Sends who has signed in to the page they asked for, or else to the first that is theirs. Who has
 * no pages to work on is told what there is for them instead, whatever they asked for.
 */
public final class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {
  private static final String QUEUE = "/";
  private static final String CASES = "/cases";
  private static final String ROLES = "/me";

  private final RequestCache asked = new HttpSessionRequestCache();

  FirstPage() {
    setRequestCache(asked);
  }

  /** The path of the first page for somebody with roles. */
  public static String of(Collection<Role> roles) {
    if (roles.contains(Role.INSPECTOR) || roles.contains(Role.LEAD)) {
      return QUEUE;
    }
    return roles.contains(Role.LEGAL_REVIEWER) ? CASES : ROLES;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication user)
      throws ServletException, IOException {
    if (of(roles(user)).equals(ROLES)) {
      asked.removeRequest(request, response);
    }
    super.onAuthenticationSuccess(request, response, user);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user) {
    return of(user == null ? List.of() : roles(user));
  }

  private static List<Role> roles(Authentication user) {
    return user.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .map(Role::ofAuthority)
        .flatMap(Optional::stream)
        .toList();
  }
}

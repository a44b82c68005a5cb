package org.fundwatch.alertapi.indexing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fundwatch.alertapi.search.Indices;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody work while lost indices are being filled again: an entry written then could take the
 * number of one that is still to come from its topic.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FillingFilter extends OncePerRequestFilter {
  private final Indices indices;

  FillingFilter(Indices indices) {
    this.indices = indices;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/") || !indices.filling();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Retry-After", "5");
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}

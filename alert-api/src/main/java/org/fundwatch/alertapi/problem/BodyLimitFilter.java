package org.fundwatch.alertapi.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too long, or do not say how long they are, before they are read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimitFilter extends OncePerRequestFilter {
  private final ProblemWriter writer;
  private final DataSize limit;
  private final DataSize fileLimit;

  BodyLimitFilter(
      ProblemWriter writer,
      @Value("${fundwatch.http.body-limit:1MB}") DataSize limit,
      @Value("${fundwatch.evidence.limit:50MB}") DataSize fileLimit) {
    this.writer = writer;
    this.limit = limit;
    this.fileLimit = fileLimit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = limit(request).toBytes();
    if (request.getContentLengthLong() > most) {
      writer.write(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "body: %d bytes; at most %d".formatted(request.getContentLengthLong(), most));
    } else if (request.getHeader("Transfer-Encoding") != null) {
      writer.write(response, HttpStatus.LENGTH_REQUIRED, "Content-Length: missing");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Files are streamed to the disk, everything else is held in memory. */
  private DataSize limit(HttpServletRequest request) {
    return request.getRequestURI().matches("/api/v1/cases/[^/]+/attachments") ? fileLimit : limit;
  }
}

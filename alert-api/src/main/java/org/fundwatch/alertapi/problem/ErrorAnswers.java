package org.fundwatch.alertapi.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong outside of our controllers: unknown paths, wrong methods, rejections. */
@Controller
class ErrorAnswers implements ErrorController {
  private final ProblemWriter writer;

  ErrorAnswers(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("/error")
  @Nullable String answer(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    var status = status(request);
    if (wantsPage(request)) {
      model.addAttribute("status", status.value());
      return "error";
    }
    writer.write(response, status, words(status));
    return null;
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static boolean wantsPage(HttpServletRequest request) {
    var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return !path.startsWith("/api/")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static String words(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "path: unknown; see /v3/api-docs for those there are";
      case METHOD_NOT_ALLOWED -> "method: not for this path; see the Allow header";
      case BAD_REQUEST -> "request: cannot be read";
      default -> status.getReasonPhrase();
    };
  }
}

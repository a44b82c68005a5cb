package org.fundwatch.alertapi.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.CursorException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What all pages share: how values look, who is signed in, what mistakes look like. */
@ControllerAdvice(
    assignableTypes = {QueuePage.class, AlertPages.class, CasePages.class, RolePage.class})
class PageAdvice {
  private static final Show SHOW = new Show();

  @ModelAttribute
  void common(Model model, Caller caller) {
    model.addAttribute("show", SHOW);
    // Of the forms that create something: sent twice they create it once.
    model.addAttribute("requestKey", UUID.randomUUID().toString());
    model.addAttribute("user", caller.name());
    boolean triages = caller.is(Role.INSPECTOR) || caller.is(Role.LEAD);
    model.addAttribute("triages", triages);
    model.addAttribute("works", triages || caller.is(Role.LEGAL_REVIEWER));
  }

  @ExceptionHandler
  String problem(ProblemException e, HttpServletResponse response, Model model) {
    return error(e.status(), String.valueOf(e.getMessage()), response, model);
  }

  @ExceptionHandler
  String cursor(CursorException e, HttpServletResponse response, Model model) {
    var status = e.expired() ? HttpStatus.GONE : HttpStatus.BAD_REQUEST;
    return error(status, String.valueOf(e.getMessage()), response, model);
  }

  @ExceptionHandler
  String searchAway(SearchUnavailableException e, HttpServletResponse response, Model model) {
    return error(HttpStatus.SERVICE_UNAVAILABLE, "检索服务暂不可用，请稍后再试", response, model);
  }

  @ExceptionHandler
  String badForm(HandlerMethodValidationException e, HttpServletResponse response, Model model) {
    return error(HttpStatus.BAD_REQUEST, "请填写必填项，并检查长度", response, model);
  }

  private static String error(
      HttpStatus status, String detail, HttpServletResponse response, Model model) {
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    model.addAttribute("message", detail);
    return "error";
  }
}

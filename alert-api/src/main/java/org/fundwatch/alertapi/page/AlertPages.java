package org.fundwatch.alertapi.page;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.AlertSummary;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.problem.IfMatch;
import org.fundwatch.alertapi.reveal.Reveals;
import org.fundwatch.alertapi.rows.AlertRows;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.alertapi.triage.TriageService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of an alert and what can be decided on it. */
@Controller
@RequestMapping("/alerts/{id}")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class AlertPages {
  private static final int ROWS = 10;

  private final AlertStore alerts;
  private final AlertRows rows;
  private final TriageService triage;
  private final People people;
  private final Reveals reveals;

  AlertPages(
      AlertStore alerts, AlertRows rows, TriageService triage, People people, Reveals reveals) {
    this.alerts = alerts;
    this.rows = rows;
    this.triage = triage;
    this.people = people;
    this.reveals = reveals;
  }

  @GetMapping
  String show(
      @PathVariable String id,
      @RequestParam(name = "rows", required = false) @Nullable String cursor,
      Caller caller,
      Model model) {
    var document = alerts.find(id, caller);
    model.addAttribute("rows", rows.masked(document, ROWS, cursor));
    return show(document, AlertDetail.of(document), model);
  }

  /** The page with nothing masked, until it is left: the next one is asked for anew. */
  @PostMapping("/reveal")
  String reveal(
      @PathVariable String id,
      @RequestParam @NotBlank @Size(max = 2000) String reason,
      Caller caller,
      Model model) {
    var document = reveals.document(id, reason, caller);
    model.addAttribute("revealed", true);
    model.addAttribute("rows", rows.revealed(document, ROWS, null));
    return show(document, AlertDetail.revealed(document), model);
  }

  private String show(AlertDocument document, AlertDetail detail, Model model) {
    model.addAttribute("detail", detail);
    model.addAttribute("summary", AlertSummary.of(document));
    model.addAttribute("tag", document.tag().header());
    model.addAttribute("people", people.inspectorsOf(document.alert().region()));
    model.addAttribute("dismissals", dispositions(TriageState.DISMISSED));
    model.addAttribute("confirmations", dispositions(TriageState.CONFIRMED));
    return "alert";
  }

  @PostMapping("/assign")
  String assign(
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam String assignee,
      Caller user,
      RedirectAttributes after) {
    people.requireMayAssign(user, assignee);
    return change(tag, after, "已指派", seen -> triage.assign(id, seen, assignee, user));
  }

  @PostMapping("/decide")
  String decide(
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam Disposition disposition,
      @RequestParam @NotBlank @Size(max = 2000) String reason,
      Caller user,
      RedirectAttributes after) {
    return change(
        tag, after, "已记录处理意见", seen -> triage.decide(id, seen, disposition, reason, user));
  }

  @PostMapping("/reopen")
  String reopen(
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam @NotBlank @Size(max = 2000) String reason,
      Caller user,
      RedirectAttributes after) {
    return change(tag, after, "已重新打开", seen -> triage.reopen(id, seen, reason, user));
  }

  private static String change(
      String tag,
      RedirectAttributes after,
      String done,
      Function<EntityTag, AlertDocument> change) {
    var changed = change.apply(IfMatch.require(tag, EntityTag::parse));
    after.addFlashAttribute("done", done);
    return "redirect:/alerts/" + changed.alert().id();
  }

  private static List<Disposition> dispositions(TriageState state) {
    return Arrays.stream(Disposition.values())
        .filter(disposition -> disposition.state() == state)
        .toList();
  }
}

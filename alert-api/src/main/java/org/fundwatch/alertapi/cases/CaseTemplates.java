package org.fundwatch.alertapi.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Tasking.DraftText;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.procedure.Tasking.TemplateApplied;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registered;
import org.fundwatch.alertapi.register.Registers;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Templates of tasks and texts, and which of them are applied to cases. Thread-safe. */
@Service
final class CaseTemplates {
  private final Register<CaseTemplate> templates;
  private final CaseService cases;
  private final CaseTasks tasks;
  private final AlertStore alerts;
  private final Clock clock;

  CaseTemplates(
      Registers registers, CaseService cases, CaseTasks tasks, AlertStore alerts, Clock clock) {
    this.templates = registers.of("template", CaseTemplate.class);
    this.cases = cases;
    this.tasks = tasks;
    this.alerts = alerts;
    this.clock = clock;
  }

  /** Registers a template; the same request with the same key registers it once. */
  Registered<CaseTemplate> open(IdempotencyKey key, CaseTemplate template, Caller by) {
    check(template, by);
    return templates.open(key, template, by);
  }

  Registered<CaseTemplate> change(String id, int seen, CaseTemplate template, Caller by) {
    requireOwn(find(id, by), by);
    check(template, by);
    return templates.change(id, seen, template, by);
  }

  Registered<CaseTemplate> end(String id, int seen, String reason, Caller by) {
    requireOwn(find(id, by), by);
    return templates.end(id, seen, reason, by);
  }

  Register.Page<CaseTemplate> list(int size, @Nullable String cursor, Caller by) {
    return templates.listByRegion(by, false, size, cursor);
  }

  /** A template that holds where somebody works, or in a part of that. */
  Registered<CaseTemplate> find(String id, Caller by) {
    return templates
        .find(id)
        .filter(found -> holdsFor(found.content().region(), by))
        .orElseThrow(() -> templates.unknown(id));
  }

  /** The templates in force that fit a case. */
  List<Registered<CaseTemplate>> fitting(String caseId, Caller by) {
    var history = cases.history(caseId, by);
    var region = history.state().opening().region();
    var families = families(history);
    return templates.openOnes().stream()
        .filter(template -> template.content().fits(region, families))
        .toList();
  }

  /**
   * Applies a template to a case, once: when it has been applied before, nothing happens.
   *
   * @param assignee who gets its tasks
   */
  CaseDetail apply(String caseId, int seen, String template, String assignee, Caller by) {
    var history = cases.history(caseId, by);
    if (history.state().templates().contains(template)) {
      return cases.find(caseId, by);
    }
    var found =
        templates
            .find(template)
            .filter(one -> one.open() && holdsFor(one.content().region(), by))
            .orElseThrow(() -> fault("template", template, "a template in force, by its id"));
    var content = found.content();
    long now = clock.millis();
    var set =
        content.tasks().stream()
            .map(task -> new NewTask(task.title(), assignee, due(task, now), ""))
            .toList();
    tasks.requireWorkers(history, set, by);
    return cases.act(
        caseId,
        seen,
        new TemplateApplied(
            found.id(),
            found.sequence(),
            content.name(),
            content.region(),
            set,
            content.texts().stream()
                .map(
                    text ->
                        new DraftText(
                            text.kind(),
                            TemplateWords.fill(text.title(), history, now),
                            TemplateWords.fill(text.text(), history, now)))
                .toList()),
        by);
  }

  private static String due(CaseTemplate.TaskPlan task, long now) {
    var days = task.days();
    return days == null ? "" : ShanghaiTime.formatDay(ShanghaiTime.epochDay(now) + days);
  }

  private List<String> families(CaseHistory history) {
    var ids = history.state().alerts().stream().map(Snapshot::alertId).toList();
    return alerts.findBrief(ids).values().stream()
        .flatMap(alert -> alert.alert().families().stream())
        .distinct()
        .toList();
  }

  private static boolean holdsFor(String region, Caller by) {
    return by.sees(region)
        || by.reach().prefixes().stream().anyMatch(prefix -> prefix.startsWith(region));
  }

  private static void requireOwn(Registered<CaseTemplate> found, Caller by) {
    if (!by.sees(found.content().region())) {
      throw ProblemException.forbidden("it holds for more than your regions; make one of your own");
    }
  }

  private static void check(CaseTemplate template, Caller by) {
    if (!by.sees(template.region())) {
      throw fault("region", template.region(), "within " + by.reach());
    }
    if (template.tasks().isEmpty() && template.texts().isEmpty()) {
      throw fault("tasks", "nothing", "at least one task or text");
    }
    var faults = new ArrayList<FieldFault>();
    for (int i = 0; i < template.texts().size(); i++) {
      var text = template.texts().get(i);
      faults.addAll(faults("texts[%d].title".formatted(i), text.title()));
      faults.addAll(faults("texts[%d].text".formatted(i), text.text()));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
  }

  private static List<FieldFault> faults(String field, String text) {
    return TemplateWords.unknown(text).stream()
        .map(word -> new FieldFault(field, "{%s}".formatted(word), TemplateWords.allowed()))
        .toList();
  }

  private static ProblemException fault(String field, String found, String allowed) {
    return ProblemException.badInput(List.of(new FieldFault(field, found, allowed)));
  }
}

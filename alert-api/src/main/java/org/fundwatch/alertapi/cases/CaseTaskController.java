package org.fundwatch.alertapi.cases;

import static org.fundwatch.alertapi.cases.CaseController.shown;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundwatch.alertapi.cases.CaseTasks.Change;
import org.fundwatch.alertapi.cases.CaseTasks.Filter;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.procedure.CaseTask;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "tasks", description = "What is to be done in cases, by whom and until when")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class CaseTaskController {
  private final CaseTasks tasks;

  CaseTaskController(CaseTasks tasks) {
    this.tasks = tasks;
  }

  /** A task; {@code assignee} null for yourself, {@code due} its last day, null for none. */
  record Task(
      @NotBlank @Size(max = 200) String title,
      @Size(min = 1, max = 100) @Nullable String assignee,
      @Nullable LocalDate due) {}

  /** Tasks. */
  record Tasks(@NotEmpty @Size(max = 50) List<@NotNull @Valid Task> tasks) {}

  /** What changes of a task; a comment alone is one as well. */
  record TaskChange(
      CaseTask.@Nullable State state,
      @Size(min = 1, max = 100) @Nullable String assignee,
      @Nullable LocalDate due,
      @Size(max = 2000) @Nullable String comment) {}

  /** A page of tasks; {@code nextCursor} is absent on the last. */
  record TaskPage(List<CaseTasks.Item> items, @Nullable String nextCursor) {}

  @PostMapping("/cases/{id}/tasks")
  @Operation(summary = "Set tasks of the case")
  ResponseEntity<CaseDetail> set(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Tasks wanted, Caller user) {
    var all =
        wanted.tasks().stream()
            .map(
                task ->
                    new NewTask(
                        task.title(),
                        Objects.requireNonNullElse(task.assignee(), user.name()),
                        Objects.requireNonNullElse(day(task.due()), ""),
                        ""))
            .toList();
    return shown(tasks.set(id, seen, all, user));
  }

  @PostMapping("/cases/{id}/tasks/{task}")
  @Operation(summary = "Finish a task, drop it, give it to somebody, put it off, or comment on it")
  ResponseEntity<CaseDetail> change(
      @PathVariable String id,
      @PathVariable String task,
      @Seen int seen,
      @Valid @RequestBody TaskChange change,
      Caller user) {
    return shown(
        tasks.change(
            id,
            seen,
            task,
            new Change(change.state(), change.assignee(), day(change.due()), change.comment()),
            user));
  }

  @GetMapping("/tasks")
  @Operation(summary = "A page of tasks across cases, yours unless asked for another's, by due day")
  TaskPage list(
      @RequestParam(required = false) @Size(max = 100) @Nullable String assignee,
      @RequestParam(defaultValue = "OPEN") CaseTask.State state,
      @RequestParam(required = false) @Nullable LocalDate dueUntil,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller user) {
    var filter =
        new Filter(Objects.requireNonNullElse(assignee, user.name()), state, day(dueUntil));
    var page = tasks.list(filter, size, cursor, user);
    return new TaskPage(page.items().stream().map(tasks::shown).toList(), page.nextCursor());
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return Optional.ofNullable(day).map(LocalDate::toString).orElse(null);
  }
}

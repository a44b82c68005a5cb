package org.fundwatch.alertapi.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.fundwatch.alertapi.alert.AlertPage;
import org.fundwatch.alertapi.alert.AlertSearch;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.register.Audience;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registered;
import org.fundwatch.alertapi.register.Registers;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "views", description = "Saved lists of alerts")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.HOTLINE})
class ViewController {
  private final Register<View> views;
  private final AlertSearch alerts;

  ViewController(Registers registers, AlertSearch alerts) {
    this.views = registers.of("view", View.class);
    this.alerts = alerts;
  }

  /** Why it goes. */
  record Ending(@NotBlank @Size(max = 500) String reason) {}

  @PostMapping
  @Operation(summary = "Save a view, for yourself or to share")
  ResponseEntity<Registered<View>> open(
      @Once IdempotencyKey key, @Valid @RequestBody View view, Caller caller) {
    var opened = views.open(key, view, caller);
    return ResponseEntity.created(URI.create("/api/v1/views/" + opened.id()))
        .eTag(Revision.tag(opened.sequence()))
        .body(opened);
  }

  @GetMapping
  @Operation(summary = "A page of your views and those shared with you, the newest first")
  Register.Page<View> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return views.listByAudience(caller, size, cursor).map(view -> shown(view, caller));
  }

  @GetMapping("/{id}")
  @Operation(summary = "A view")
  ResponseEntity<Registered<View>> detail(@PathVariable String id, Caller caller) {
    return answer(shown(find(id, caller), caller));
  }

  @GetMapping("/{id}/alerts")
  @Operation(summary = "A page of the alerts of a view, with total and facets")
  AlertPage alerts(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    var view = find(id, caller).content();
    return alerts.list(view.query(), view.sort(), view.ascending(), size, cursor, caller);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Change a view of your own")
  ResponseEntity<Registered<View>> change(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody View view, Caller caller) {
    requireOwn(find(id, caller), caller);
    return answer(views.change(id, seen, view, caller));
  }

  @PostMapping("/{id}/end")
  @Operation(summary = "Give up a view of your own")
  ResponseEntity<Registered<View>> end(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Ending ending, Caller caller) {
    requireOwn(find(id, caller), caller);
    return answer(views.end(id, seen, ending.reason(), caller));
  }

  private Registered<View> find(String id, Caller caller) {
    return views
        .find(id)
        .filter(view -> mayOpen(view, caller))
        .orElseThrow(() -> views.unknown(id));
  }

  /** Whom a view is about is for its owner to see. */
  private static Registered<View> shown(Registered<View> view, Caller caller) {
    return view.owner().equals(caller.name()) ? view : view.with(view.content().masked());
  }

  private static boolean mayOpen(Registered<View> view, Caller caller) {
    return view.owner().equals(caller.name())
        || (view.open() && Audience.holds(view.content().audience(), caller));
  }

  private static void requireOwn(Registered<View> view, Caller caller) {
    if (!view.owner().equals(caller.name())) {
      throw ProblemException.forbidden(
          "a view of %s; save one of your own".formatted(view.owner()));
    }
  }

  private static ResponseEntity<Registered<View>> answer(Registered<View> view) {
    return ResponseEntity.ok().eTag(Revision.tag(view.sequence())).body(view);
  }
}

package org.fundwatch.alertapi.suppression;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registered;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.domain.time.ShanghaiTime;
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
@RequestMapping("/api/v1/suppressions")
@Tag(name = "suppressions", description = "What is put aside for a while")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
class SuppressionController {
  private static final int LONGEST_DAYS = 366;

  private final Sweep sweep;
  private final Register<Suppression> suppressions;
  private final SuppressionCounts counts;
  private final Clock clock;

  SuppressionController(Sweep sweep, SuppressionCounts counts, Clock clock) {
    this.sweep = sweep;
    this.suppressions = sweep.suppressions();
    this.counts = counts;
    this.clock = clock;
  }

  /** Why it ends before its last day. */
  record Ending(@NotBlank @Size(max = 2000) String reason) {}

  /** A suppression with what it does. */
  record Detail(Registered<Suppression> suppression, SuppressionCounts.Counts counts) {}

  @PostMapping
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Put aside what rules say about somebody, until a day; at once and from now")
  ResponseEntity<Detail> open(
      @Once IdempotencyKey key, @Valid @RequestBody Suppression suppression, Caller caller) {
    var opened = suppressions.open(key, suppression, () -> checked(suppression, caller), caller);
    if (opened.open()) {
      sweep.apply(opened);
    }
    return ResponseEntity.created(URI.create("/api/v1/suppressions/" + opened.id()))
        .eTag(Revision.tag(opened.sequence()))
        .body(detail(opened));
  }

  @GetMapping
  @Operation(summary = "A page of suppressions, the newest first")
  Register.Page<Suppression> list(
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return suppressions
        .listByRegion(caller, ended, size, cursor)
        .map(SuppressionController::masked);
  }

  @GetMapping("/{id}")
  @Operation(summary = "A suppression, what it holds back, and what its sample tells")
  ResponseEntity<Detail> detail(@PathVariable String id, Caller caller) {
    return answer(find(id, caller));
  }

  @PostMapping("/{id}/end")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "End a suppression: what it put aside comes back")
  ResponseEntity<Detail> end(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Ending ending, Caller caller) {
    var found = find(id, caller);
    if (!caller.sees(found.content().region())) {
      throw ProblemException.forbidden("it holds for more than your regions; ask who made it");
    }
    var ended = suppressions.end(id, seen, ending.reason(), caller);
    sweep.run();
    return answer(ended);
  }

  private Registered<Suppression> find(String id, Caller caller) {
    return suppressions
        .find(id)
        .filter(found -> holdsFor(found.content().region(), caller))
        .orElseThrow(() -> suppressions.unknown(id));
  }

  /** Also one that holds for more than the caller's regions puts aside what is theirs. */
  private static boolean holdsFor(String region, Caller caller) {
    return caller.sees(region)
        || caller.reach().prefixes().stream().anyMatch(prefix -> prefix.startsWith(region));
  }

  private ResponseEntity<Detail> answer(Registered<Suppression> found) {
    return ResponseEntity.ok().eTag(Revision.tag(found.sequence())).body(detail(found));
  }

  private Detail detail(Registered<Suppression> found) {
    return new Detail(masked(found), counts.of(found.id()));
  }

  private static Registered<Suppression> masked(Registered<Suppression> found) {
    return found.with(found.content().masked());
  }

  private Suppression checked(Suppression suppression, Caller caller) {
    long today = ShanghaiTime.epochDay(clock.millis());
    long last = suppression.until().toEpochDay();
    if (last < today || last > today + LONGEST_DAYS) {
      throw fault(
          "until",
          suppression.until().toString(),
          "%s to %s"
              .formatted(
                  ShanghaiTime.formatDay(today), ShanghaiTime.formatDay(today + LONGEST_DAYS)));
    }
    if (!caller.sees(suppression.region())) {
      throw fault("region", suppression.region(), "within " + caller.reach());
    }
    return suppression;
  }

  private static ProblemException fault(String field, String found, String allowed) {
    return ProblemException.badInput(List.of(new FieldFault(field, found, allowed)));
  }
}

package org.fundwatch.alertapi.triage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fundwatch.alertapi.privacy.Mask;
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
@RequestMapping("/api/v1/absences")
@Tag(name = "triage")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class AbsenceController {
  private final Register<Absence> absences;

  AbsenceController(Absences absences) {
    this.absences = absences.register();
  }

  /** Why it ends before its last day. */
  record Ending(@NotBlank @Size(max = 500) String reason) {}

  @PostMapping
  @Operation(summary = "Say that you are away, or as a lead that somebody is")
  ResponseEntity<Registered<Absence>> open(
      @Once IdempotencyKey key, @Valid @RequestBody Absence absence, Caller caller) {
    requireMay(absence.user(), caller);
    if (absence.to().isBefore(absence.from())) {
      throw ProblemException.badInput(
          List.of(new FieldFault("to", absence.to().toString(), absence.from() + " or later")));
    }
    var opened = absences.open(key, absence, caller);
    return ResponseEntity.created(URI.create("/api/v1/absences/" + opened.id()))
        .eTag(Revision.tag(opened.sequence()))
        .body(Mask.all(opened));
  }

  @GetMapping
  @Operation(summary = "A page of absences, the last said first")
  Register.Page<Absence> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return absences.listByRegion(caller, false, size, cursor).map(Mask::all);
  }

  @PostMapping("/{id}/end")
  @Operation(summary = "Say that somebody is back, or is not going away")
  ResponseEntity<Registered<Absence>> end(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Ending ending, Caller caller) {
    var absence = absences.find(id).orElseThrow(() -> absences.unknown(id));
    requireMay(absence.content().user(), caller);
    var ended = absences.end(id, seen, ending.reason(), caller);
    return ResponseEntity.ok().eTag(Revision.tag(ended.sequence())).body(Mask.all(ended));
  }

  private static void requireMay(String user, Caller caller) {
    if (!caller.name().equals(user) && !caller.is(Role.LEAD)) {
      throw ProblemException.forbidden("only a lead says of others that they are away");
    }
  }
}

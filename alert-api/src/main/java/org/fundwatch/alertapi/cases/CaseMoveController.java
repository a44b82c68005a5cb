package org.fundwatch.alertapi.cases;

import static org.fundwatch.alertapi.cases.CaseController.shown;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts come to a case and leave it; cases are merged by the step of that name. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "cases")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class CaseMoveController {
  private final CaseMoves moves;

  CaseMoveController(CaseMoves moves) {
    this.moves = moves;
  }

  /** Alerts that are in no case, and why they belong to this one. */
  record Addition(
      @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 50) String> alertIds,
      @NotBlank @Size(max = 2000) String reason) {}

  /** Alerts of the case, why they go, and the title of the case that they make; null for none. */
  record Split(
      @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 50) String> alertIds,
      @NotBlank @Size(max = 2000) String reason,
      @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200)
          @Nullable String title) {}

  @PostMapping("/alerts")
  @Operation(summary = "Make free alerts part of the case, kept as they are now")
  ResponseEntity<CaseDetail> add(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Addition addition, Caller user) {
    return shown(moves.add(id, seen, addition.alertIds(), addition.reason(), user));
  }

  @PostMapping("/split")
  @Operation(summary = "Take alerts out of the case: into a new one when it has a title, else free")
  ResponseEntity<CaseDetail> split(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Split split, Caller user) {
    return shown(moves.split(id, seen, split.alertIds(), split.reason(), split.title(), user));
  }
}

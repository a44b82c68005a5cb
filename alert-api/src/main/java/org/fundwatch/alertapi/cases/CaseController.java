package org.fundwatch.alertapi.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "Cases opened from alerts")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class CaseController {
  private final CaseService cases;
  private final SimilarCases similar;

  CaseController(CaseService cases, SimilarCases similar) {
    this.cases = cases;
    this.similar = similar;
  }

  /** What the case is about, and its alerts. */
  record Opening(
      @NotBlank @Size(max = 200) String title,
      @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 50) String> alertIds) {}

  /** A note. */
  record Note(@NotBlank @Size(max = 5000) String text) {}

  /** A page of cases; {@code nextCursor} is absent on the last. */
  record CasePage(List<CaseFile> items, @Nullable String nextCursor) {}

  @PostMapping
  @Operation(summary = "Open a case from alerts; repeat safely with the same Idempotency-Key")
  ResponseEntity<CaseDetail> open(
      @Valid @RequestBody Opening opening, @Once IdempotencyKey key, Caller user) {
    var id = cases.open(opening.title(), opening.alertIds(), user, key);
    var detail = cases.find(id, user);
    return ResponseEntity.created(URI.create("/api/v1/cases/" + id))
        .eTag(detail.file().tag())
        .body(detail);
  }

  @GetMapping
  @AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
  @Operation(summary = "A page of cases, the last changed first, with filters")
  CasePage list(
      @Valid @ParameterObject @ModelAttribute CaseFilter filter,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller user) {
    Pager.Page<CaseFile> page = cases.list(filter, size, cursor, user);
    return new CasePage(page.items(), page.nextCursor());
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
  @Operation(summary = "A case with its events and alerts")
  ResponseEntity<CaseDetail> detail(@PathVariable String id, Caller user) {
    return shown(cases.find(id, user));
  }

  @PostMapping("/{id}/notes")
  @Operation(summary = "Add a note")
  ResponseEntity<CaseDetail> note(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Note note, Caller user) {
    return shown(cases.note(id, seen, note.text(), user));
  }

  @GetMapping("/{id}/similar")
  @AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
  @Operation(summary = "Cases like this one, open or over, with what they have in common")
  List<SimilarCases.Similar> similar(
      @PathVariable String id,
      @RequestParam(defaultValue = "10") @Min(1) @Max(50) int size,
      Caller user) {
    return similar.of(id, size, user);
  }

  @GetMapping(path = "/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "The case with its alerts whole, as JSON")
  CaseExport exportJson(@PathVariable String id, Caller user) {
    return cases.export(id, user);
  }

  @GetMapping(path = "/{id}/export.xlsx", produces = CaseDownload.XLSX)
  @Operation(summary = "The case as a workbook with the list of suspicions")
  ResponseEntity<byte[]> exportWorkbook(@PathVariable String id, Caller user) {
    return CaseDownload.workbook(id, cases.export(id, user));
  }

  /** A case with its ETag. */
  static ResponseEntity<CaseDetail> shown(CaseDetail detail) {
    return ResponseEntity.ok().eTag(detail.file().tag()).body(detail);
  }
}

package org.fundwatch.alertapi.reveal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.cases.CaseDownload;
import org.fundwatch.alertapi.cases.CaseExport;
import org.fundwatch.alertapi.rows.RowPage;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
@Tag(name = "reveal", description = "Personal data as it is, for a reason that is written down")
class RevealController {
  private final Reveals reveals;

  RevealController(Reveals reveals) {
    this.reveals = reveals;
  }

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  @PostMapping("/alerts/{id}/reveal")
  @Operation(summary = "An alert with nothing masked")
  ResponseEntity<AlertDetail> alert(
      @PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
    return answer(reveals.alert(id, reason.reason(), caller));
  }

  @PostMapping("/alerts/{id}/rows/reveal")
  @Operation(summary = "A page of the settlements that an alert points at, with nothing masked")
  ResponseEntity<RowPage> alertRows(
      @PathVariable String id,
      @RequestParam(defaultValue = "20") @Min(1) @Max(50) int size,
      @RequestParam(required = false) @Nullable String cursor,
      @Valid @RequestBody Reason reason,
      Caller caller) {
    return answer(reveals.rows(id, size, cursor, reason.reason(), caller));
  }

  @PostMapping(path = "/cases/{id}/reveal", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "The case with its alerts whole and nothing masked, as JSON")
  ResponseEntity<CaseExport> caseJson(
      @PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
    return answer(reveals.caseFile(id, reason.reason(), caller));
  }

  @PostMapping(path = "/cases/{id}/reveal.xlsx", produces = CaseDownload.XLSX)
  @Operation(summary = "The workbook with the list of suspicions and nothing masked")
  ResponseEntity<byte[]> caseWorkbook(
      @PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
    return CaseDownload.workbook(id, reveals.caseFile(id, reason.reason(), caller));
  }

  private static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}

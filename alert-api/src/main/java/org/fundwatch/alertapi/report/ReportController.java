package org.fundwatch.alertapi.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fundwatch.alertapi.alert.AlertPage;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.report.ReportStatus.Stage;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
@RequestMapping("/api/v1/reports")
@Tag(
    name = "reports",
    description = "Reports of the 12393 hotline; the identity of reporters stays with the hotline")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.HOTLINE, Role.CUSTODIAN})
class ReportController {
  private final ReportService reports;

  ReportController(ReportService reports) {
    this.reports = reports;
  }

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** A page of reports; {@code nextCursor} is absent on the last. */
  record ReportPage(List<Report> items, @Nullable String nextCursor) {}

  @PostMapping
  @AllowedTo(Role.HOTLINE)
  @Operation(
      summary =
          "Take a report in; sent again it changes nothing. Reporters' identities are refused")
  ResponseEntity<Report> take(
      @Once IdempotencyKey key, @Valid @RequestBody ReportContent content, Caller user) {
    var report = reports.take(key, content, user);
    return ResponseEntity.created(URI.create("/api/v1/reports/" + content.reportId()))
        .eTag(Revision.tag(report.revision()))
        .body(report.masked());
  }

  @GetMapping
  @Operation(summary = "A page of reports, the last received first")
  ReportPage list(
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(required = false) @Nullable String institution,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    var page = reports.list(stage, institution, size, cursor, caller);
    return new ReportPage(page.items().stream().map(Report::masked).toList(), page.nextCursor());
  }

  @GetMapping("/{id}")
  @Operation(summary = "A report")
  ResponseEntity<Report> detail(@PathVariable String id, Caller caller) {
    return answer(reports.find(id, caller));
  }

  @PostMapping("/{id}/reveal")
  @Operation(summary = "A report with its text and whom it is about, for a reason")
  ResponseEntity<Report> reveal(
      @PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(reports.reveal(id, reason.reason(), caller));
  }

  @GetMapping("/{id}/alerts")
  @Operation(summary = "Alerts of the reported institution in the reported period")
  AlertPage alerts(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return reports.alerts(id, size, cursor, caller);
  }

  @GetMapping("/{id}/status")
  @Operation(summary = "What the hotline may tell the reporter")
  OutboundStatus status(@PathVariable String id, Caller caller) {
    return OutboundStatus.of(reports.find(id, caller).masked());
  }

  @PutMapping("/{id}/status")
  @AllowedTo(Role.HOTLINE)
  @Operation(summary = "Change where we are with a report")
  ResponseEntity<Report> change(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody ReportStatus status,
      Caller user) {
    return answer(reports.change(id, seen, status, user));
  }

  private static ResponseEntity<Report> answer(Report report) {
    return ResponseEntity.ok().eTag(Revision.tag(report.revision())).body(report.masked());
  }
}

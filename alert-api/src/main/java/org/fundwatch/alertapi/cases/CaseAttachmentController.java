package org.fundwatch.alertapi.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.domain.alert.Alert;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "evidence", description = "Files of a case, and its alerts as they were when it began")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class CaseAttachmentController {
  private final CaseEvidence evidence;
  private final CaseService cases;

  CaseAttachmentController(CaseEvidence evidence, CaseService cases) {
    this.evidence = evidence;
    this.cases = cases;
  }

  @PostMapping(path = "/attachments", consumes = MediaType.ALL_VALUE)
  @Operation(
      summary = "Attach a file: the body is its bytes, its type is told by them",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @io.swagger.v3.oas.annotations.media.Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE)))
  ResponseEntity<CaseDetail> attach(
      @PathVariable String id,
      @RequestParam @NotBlank @Size(max = 200) String name,
      @Seen int seen,
      HttpServletRequest request,
      Caller user)
      throws IOException {
    var detail = evidence.attach(id, seen, name, request.getInputStream(), user);
    return CaseController.shown(detail);
  }

  @GetMapping("/attachments/{sha256}")
  @Operation(summary = "A file of the case")
  ResponseEntity<Resource> download(
      @PathVariable String id,
      @PathVariable @Pattern(regexp = "[0-9a-f]{64}") String sha256,
      Caller user) {
    var file = evidence.find(id, sha256, user);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type().mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, CaseDownload.attachment(file.name()))
        .body(new FileSystemResource(file.path()));
  }

  @PostMapping("/snapshots")
  @Operation(
      summary =
          "Keep settlements that have come since the alerts that rest on them came to the case")
  ResponseEntity<CaseDetail> takeSettlements(@PathVariable String id, @Seen int seen, Caller user) {
    return CaseController.shown(evidence.complete(id, seen, user));
  }

  @GetMapping("/snapshots/{sha256}")
  @Operation(summary = "An alert as it was when it came to the case, masked")
  Alert snapshot(
      @PathVariable String id,
      @PathVariable @Pattern(regexp = "[0-9a-f]{64}") String sha256,
      Caller user) {
    return cases.snapshot(id, sha256, user);
  }

  @GetMapping("/snapshots/{sha256}/rows")
  @Operation(
      summary =
          "What an alert rested on when it came to the case, with digests, masked; by the hash of"
              + " the alert the newest list, by that of a list this one")
  SnapshotRows rows(
      @PathVariable String id,
      @PathVariable @Pattern(regexp = "[0-9a-f]{64}") String sha256,
      Caller user) {
    return cases.snapshotRows(id, sha256, user);
  }
}

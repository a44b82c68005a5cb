package org.fundwatch.alertapi.credit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.alertapi.standing.Holder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "credits")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
class StandingController {
  private final CreditBook book;
  private final AuditLog audit;

  StandingController(CreditBook book, AuditLog audit) {
    this.book = book;
    this.audit = audit;
  }

  @GetMapping("/api/v1/institutions/{code}/credit")
  @Operation(summary = "How an institution stands: score and grade, explained")
  CreditReport institution(
      @PathVariable @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String code,
      Caller caller) {
    return book.report(Holder.institution(code), caller);
  }

  @GetMapping("/api/v1/doctors/{code}/credit")
  @Operation(summary = "The same of a doctor; the search is written down")
  CreditReport doctor(
      @PathVariable @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String code,
      Caller caller) {
    audit.searched(caller, "credit of doctor " + Mask.code(code));
    return book.report(Holder.doctor(code), caller);
  }
}

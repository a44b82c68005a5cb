package org.fundwatch.alertapi.points;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Objects;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "points")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
class AccountController {
  private final PointsBook book;
  private final AuditLog audit;
  private final Clock clock;

  AccountController(PointsBook book, AuditLog audit, Clock clock) {
    this.book = book;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/api/v1/doctors/{code}/points")
  @Operation(summary = "A doctor's points of a year and what follows; the search is written down")
  PointsAccount account(
      @PathVariable @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String code,
      @RequestParam(required = false) @Min(2000) @Max(2999) @Nullable Integer year,
      Caller caller) {
    audit.searched(caller, "points of doctor " + Mask.code(code));
    int thisYear = Days.today(clock).getYear();
    return book.account(code, Objects.requireNonNullElse(year, thisYear), caller);
  }
}

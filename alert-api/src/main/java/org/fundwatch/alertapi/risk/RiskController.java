package org.fundwatch.alertapi.risk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "risk", description = "Where to look first")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
class RiskController {
  private final RiskList risks;

  RiskController(RiskList risks) {
    this.risks = risks;
  }

  @GetMapping("/api/v1/risk/institutions")
  @Operation(summary = "Institutions of a region by risk, each with its factors and figures")
  RiskList.RiskPage institutions(
      @RequestParam @Pattern(regexp = "(\\d{2}){1,3}", message = "two, four or six digits")
          String region,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return risks.of(region, size, cursor, caller);
  }
}

package org.fundwatch.alertapi.profile;

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
@Tag(name = "profiles", description = "Institutions and doctors: findings, money, peers, standing")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class ProfileController {
  private final Profiles profiles;
  private final AuditLog audit;

  ProfileController(Profiles profiles, AuditLog audit) {
    this.profiles = profiles;
    this.audit = audit;
  }

  @GetMapping("/api/v1/institutions/{code}/profile")
  @Operation(summary = "An institution; what is suspected and what is confirmed stand apart")
  InstitutionProfile institution(
      @PathVariable @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String code,
      Caller caller) {
    return profiles.institution(code, caller);
  }

  @GetMapping("/api/v1/doctors/{code}/profile")
  @Operation(summary = "A doctor; the search is written down")
  DoctorProfile doctor(
      @PathVariable @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String code,
      Caller caller) {
    audit.searched(caller, "profile of doctor " + Mask.code(code));
    return profiles.doctor(code, caller);
  }
}

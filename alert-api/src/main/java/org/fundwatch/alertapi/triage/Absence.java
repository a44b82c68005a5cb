package org.fundwatch.alertapi.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.fundwatch.alertapi.register.Listed;

/**
 * Days on which somebody is not there to be given alerts.
 *
 * @param user user name
 * @param from first day
 * @param to last day
 * @param reason why, such as 休假
 */
record Absence(
    @NotBlank @Size(max = 100) String user,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotBlank @Size(max = 500) String reason)
    implements Listed {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Colleagues everywhere see it. */
  @Override
  public String region() {
    return "";
  }
}

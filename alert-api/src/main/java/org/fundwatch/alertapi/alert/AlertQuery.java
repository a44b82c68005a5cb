package org.fundwatch.alertapi.alert;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the alert list: all given ones must hold; of several values of one filter, any. Empty
 * and absent filters let everything through.
 */
public record AlertQuery(
    @Parameter(description = "The machine's status") @Nullable List<AlertStatus> status,
    @Parameter(description = "Where people are with it") @Nullable List<TriageState> state,
    @Parameter(description = "How sure the strongest finding is") @Nullable List<Outcome> outcome,
    @Parameter(description = "Ids of rules or models") @Size(max = 50) @Nullable List<String> rule,
    @Parameter(description = "fixmedins_code") @Size(max = 50) @Nullable List<String> institution,
    @Parameter(description = "Beginning of an administrative division code: 32, 3201 or 320102")
        @Pattern(regexp = "\\d{0,6}", message = "at most six digits")
        @Nullable String region,
    @Parameter(description = "Token of a person") @Size(max = 100) @Nullable String person,
    @Parameter(description = "National code of a doctor") @Size(max = 100) @Nullable String doctor,
    @Parameter(description = "Least amount at risk, in fen") @Nullable Long amountFromFen,
    @Parameter(description = "Greatest amount at risk, in fen") @Nullable Long amountToFen,
    @Parameter(description = "Service touches this day or later") @Nullable LocalDate serviceFrom,
    @Parameter(description = "Service touches this day or earlier") @Nullable LocalDate serviceTo,
    @Parameter(description = "User names") @Size(max = 50) @Nullable List<String> assignee,
    @Parameter(description = "Case that the alert is part of") @Size(max = 50)
        @Nullable String caseId,
    @Parameter(description = "Words in a row, in a sentence or the institution's name")
        @Size(max = 200)
        @Nullable String text) {

  /** Everything. */
  public static final AlertQuery ALL =
      new AlertQuery(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** The alerts of an institution whose service touches a period. */
  public static AlertQuery ofInstitution(
      String code, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new AlertQuery(
        null,
        null,
        null,
        null,
        List.of(code),
        null,
        null,
        null,
        null,
        null,
        from,
        to,
        null,
        null,
        null);
  }

  /** The same with other statuses. */
  public AlertQuery withStatus(List<AlertStatus> statuses) {
    return new AlertQuery(
        statuses,
        state,
        outcome,
        rule,
        institution,
        region,
        person,
        doctor,
        amountFromFen,
        amountToFen,
        serviceFrom,
        serviceTo,
        assignee,
        caseId,
        text);
  }

  /** The same with other triage states. */
  public AlertQuery withState(List<TriageState> states) {
    return new AlertQuery(
        status,
        states,
        outcome,
        rule,
        institution,
        region,
        person,
        doctor,
        amountFromFen,
        amountToFen,
        serviceFrom,
        serviceTo,
        assignee,
        caseId,
        text);
  }

  /** The same with another least amount. */
  public AlertQuery withAmountFromFen(long fen) {
    return new AlertQuery(
        status,
        state,
        outcome,
        rule,
        institution,
        region,
        person,
        doctor,
        fen,
        amountToFen,
        serviceFrom,
        serviceTo,
        assignee,
        caseId,
        text);
  }
}

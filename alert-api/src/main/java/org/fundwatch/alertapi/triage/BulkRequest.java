package org.fundwatch.alertapi.triage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.privacy.Impersonal;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The same about many alerts. Which fields are wanted depends on the action; others may not be
 * there.
 *
 * @param action what to do
 * @param ids of alerts; or else a query
 * @param query whose alerts; or else ids
 * @param disposition for DECIDE
 * @param assignee for ASSIGN
 * @param label for LABEL and UNLABEL
 * @param until for SNOOZE: the day on which they come back
 * @param reason why, kept with each alert; for COMMENT the remark
 */
record BulkRequest(
    @NotNull Action action,
    @Size(min = 1, max = BulkRequest.MOST) @Nullable List<@NotBlank @Size(max = 50) String> ids,
    @Valid @Nullable AlertQuery query,
    @Nullable Disposition disposition,
    @Size(max = 100) @Nullable String assignee,
    @Label @Impersonal @Nullable String label,
    @Nullable LocalDate until,
    @NotBlank @Size(max = 2000) String reason) {
  /** Alerts at once. */
  static final int MOST = 10_000;

  BulkRequest {
    ids = ids == null ? null : ids.stream().toList();
  }

  /** What can be done to many at once. */
  enum Action {
    DECIDE("disposition"),
    REOPEN(""),
    ASSIGN("assignee"),
    SNOOZE("until"),
    LABEL("label"),
    UNLABEL("label"),
    COMMENT("");

    private final String needs;

    Action(String needs) {
      this.needs = needs;
    }
  }

  /**
   * Checks what one field alone does not tell.
   *
   * @throws ProblemException with all faults
   */
  void check() {
    var faults = new ArrayList<FieldFault>();
    if ((ids == null) == (query == null)) {
      faults.add(new FieldFault("ids", ids == null ? "nothing" : "both", "either ids or query"));
    }
    check("disposition", disposition, faults);
    check("assignee", assignee, faults);
    check("label", label, faults);
    check("until", until, faults);
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
  }

  private void check(String field, @Nullable Object value, List<FieldFault> faults) {
    boolean needed = action.needs.equals(field);
    if (needed != (value != null)) {
      faults.add(
          new FieldFault(
              field,
              String.valueOf(value),
              needed ? "a value, for " + action : "nothing, for " + action));
    }
  }
}

package org.fundwatch.alertapi.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where we are with a report.
 *
 * @param stage how far
 * @param transferredTo whom it was handed to, empty for nobody
 * @param filingDecisionDate day of the decision to file a case, null before it
 * @param publishableResult what may be told, empty for nothing yet
 */
record ReportStatus(
    @NotNull Stage stage,
    @Size(max = 200) @Nullable String transferredTo,
    @Nullable LocalDate filingDecisionDate,
    @Size(max = 5000) @Nullable String publishableResult) {

  static final ReportStatus RECEIVED = new ReportStatus(Stage.RECEIVED, "", null, "");

  ReportStatus {
    transferredTo = Objects.requireNonNullElse(transferredTo, "");
    publishableResult = Objects.requireNonNullElse(publishableResult, "");
  }

  /** How far we are. */
  enum Stage {
    RECEIVED,
    ACCEPTED,
    NOT_ACCEPTED,
    TRANSFERRED,
    CLOSED
  }
}

package org.fundwatch.alertapi.report;

import java.time.LocalDate;
import org.fundwatch.alertapi.report.ReportStatus.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the hotline may tell the reporter.
 *
 * @param accepted null until decided
 * @param transferredTo whom it was handed to, empty for nobody
 * @param filingDecisionDate day of the decision to file a case, null before it
 * @param publishableResult what may be told, empty for nothing yet
 */
record OutboundStatus(
    String reportId,
    @Nullable Boolean accepted,
    @Nullable String transferredTo,
    @Nullable LocalDate filingDecisionDate,
    boolean closed,
    @Nullable String publishableResult) {

  static OutboundStatus of(Report report) {
    var status = report.status();
    var accepted =
        status.stage() == Stage.RECEIVED ? null : (Boolean) (status.stage() != Stage.NOT_ACCEPTED);
    return new OutboundStatus(
        report.content().reportId(),
        accepted,
        status.transferredTo(),
        status.filingDecisionDate(),
        status.stage() == Stage.CLOSED,
        status.publishableResult());
  }
}

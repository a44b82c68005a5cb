package org.fundwatch.alertapi.reveal;

import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.cases.CaseDetail;
import org.fundwatch.alertapi.cases.CaseExport;
import org.fundwatch.alertapi.cases.CaseService;
import org.fundwatch.alertapi.rows.AlertRows;
import org.fundwatch.alertapi.rows.RowPage;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows what is masked for others, to callers whose reason has been written down. Thread-safe. */
@Service
public final class Reveals {
  private final AlertStore alerts;
  private final CaseService cases;
  private final AlertRows rows;
  private final AuditLog audit;

  Reveals(AlertStore alerts, CaseService cases, AlertRows rows, AuditLog audit) {
    this.alerts = alerts;
    this.rows = rows;
    this.cases = cases;
    this.audit = audit;
  }

  /** An alert with everything in it. */
  public AlertDetail alert(String id, String reason, Caller caller) {
    return AlertDetail.revealed(document(id, reason, caller));
  }

  /** The same with the parts that pages need. */
  public AlertDocument document(String id, String reason, Caller caller) {
    var document = alerts.find(id, caller);
    audit.revealed(caller, "alert/" + id, document.alert().region(), reason);
    return document;
  }

  /** A page of the settlements that an alert points at. */
  public RowPage rows(String id, int size, @Nullable String cursor, String reason, Caller caller) {
    var document = alerts.find(id, caller);
    audit.revealed(caller, "alert/" + id + "/rows", document.alert().region(), reason);
    return rows.revealed(document, size, cursor);
  }

  /** A case with what people wrote in it. */
  public CaseDetail caseDetail(String id, String reason, Caller caller) {
    var detail = cases.findRevealed(id, caller);
    audit.revealed(caller, "case/" + id, detail.file().region(), reason);
    return detail;
  }

  /** A case with its alerts whole and everything in them. */
  public CaseExport caseFile(String id, String reason, Caller caller) {
    var export = cases.revealed(id, caller);
    audit.exported(caller, "case/" + id, export.file().region(), reason);
    return export;
  }
}

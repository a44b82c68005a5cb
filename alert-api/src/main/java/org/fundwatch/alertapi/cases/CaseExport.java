package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.alert.AlertDetail;

/**
 * A case to take along, readable without us.
 *
 * @param schema version of this layout
 * @param file the case
 * @param progress how far it is: papers, statements, officers, money
 * @param events what happened, oldest first
 * @param alerts its alerts with all that is known of them
 * @param snapshots what each alert that it ever had rested on when it came
 */
public record CaseExport(
    int schema,
    CaseFile file,
    CaseProgress progress,
    List<CaseEvent> events,
    List<AlertDetail> alerts,
    List<SnapshotRows> snapshots) {
  private static final int SCHEMA = 4;

  public CaseExport {
    events = List.copyOf(events);
    alerts = List.copyOf(alerts);
    snapshots = List.copyOf(snapshots);
  }

  static CaseExport of(
      CaseFile file,
      CaseProgress progress,
      List<CaseEvent> events,
      List<AlertDetail> alerts,
      List<SnapshotRows> snapshots) {
    return new CaseExport(SCHEMA, file, progress, events, alerts, snapshots);
  }
}

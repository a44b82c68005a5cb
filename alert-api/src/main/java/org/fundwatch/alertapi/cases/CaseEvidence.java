package org.fundwatch.alertapi.cases;

import java.io.InputStream;
import java.nio.file.Path;
import org.fundwatch.alertapi.evidence.EvidenceStore;
import org.fundwatch.alertapi.evidence.FileType;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Paper.FileAttached;
import org.fundwatch.alertapi.procedure.Paper.SettlementsTaken;
import org.fundwatch.alertapi.security.Caller;
import org.springframework.stereotype.Service;

/** Files of cases, and what comes to their snapshots later. Thread-safe. */
@Service
final class CaseEvidence {
  private final CaseService cases;
  private final EvidenceStore store;
  private final Snapshots snapshots;

  CaseEvidence(CaseService cases, EvidenceStore store, Snapshots snapshots) {
    this.cases = cases;
    this.snapshots = snapshots;
    this.store = store;
  }

  /** A file of a case. */
  record CaseFileBytes(String name, FileType type, Path path) {}

  /**
   * Attaches a file. The bytes are kept before the event names them; a file whose event was refused
   * stays without a name.
   */
  CaseDetail attach(String id, int seen, String name, InputStream bytes, Caller by) {
    cases.requireCurrent(id, seen, by);
    var file = store.put(bytes);
    return cases.act(
        id,
        seen,
        new FileAttached(name, file.type().name(), file.size(), file.sha256(), file.sm3()),
        by);
  }

  /**
   * Keeps the settlements that have come since the case's alerts came to it. What was kept before
   * stays as it is.
   */
  CaseDetail complete(String id, int seen, Caller by) {
    var history = cases.history(id, by);
    history.requireLast(seen);
    var alerts = snapshots.complete(history.state().alerts(), by.name());
    return cases.act(id, seen, new SettlementsTaken(alerts), by);
  }

  CaseFileBytes find(String id, String sha256, Caller by) {
    var attached =
        cases.find(id, by).progress().attachments().stream()
            .filter(file -> file.sha256().equals(sha256))
            .findFirst();
    var path = attached.flatMap(file -> store.find(file.sha256()));
    if (attached.isEmpty() || path.isEmpty()) {
      throw ProblemException.notFound("case '%s': no such file".formatted(id));
    }
    return new CaseFileBytes(
        attached.get().name(), FileType.valueOf(attached.get().type()), path.get());
  }
}

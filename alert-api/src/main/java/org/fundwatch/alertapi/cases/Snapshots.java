package org.fundwatch.alertapi.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.springframework.stereotype.Component;

/**
 * Alerts as they were, in the journal under the hash of their bytes: each is a stream of one entry,
 * which nobody can change unseen. Thread-safe.
 */
@Component
final class Snapshots {
  private static final String PREFIX = "S-";
  private static final String TYPE = "SNAPSHOT";

  private final Journal journal;

  Snapshots(Journal journal) {
    this.journal = journal;
  }

  /** What the journal keeps: the alert byte for byte. */
  private record Kept(String payload) {}

  /** True when a stream of cases is a snapshot and no case. */
  static boolean isSnapshot(StreamId stream) {
    return stream.id().startsWith(PREFIX);
  }

  /** Keeps alerts as they are; one that is kept already stays as it is. */
  List<Snapshot> keep(List<AlertDocument> alerts, String by) {
    Map<String, String> payloads =
        alerts.stream()
            .map(alert -> alert.alert().payload())
            .distinct()
            .collect(Collectors.toMap(Snapshots::hash, Function.identity()));
    var drafts =
        payloads.entrySet().stream()
            .map(kept -> new Draft(stream(kept.getKey()), 0, TYPE, new Kept(kept.getValue()), by))
            .toList();
    for (var appended : journal.appendAll(drafts)) {
      if (appended.outcome() != Outcome.CONFLICT) {
        appended.orThrow();
      }
    }
    return alerts.stream()
        .map(AlertDocument::alert)
        .map(alert -> new Snapshot(alert.id(), alert.version(), hash(alert.payload())))
        .toList();
  }

  /** The alert that a snapshot names. */
  Alert read(Snapshot snapshot) {
    var payload = journal.read(stream(snapshot.sha256())).get(0).body(Kept.class).payload();
    try {
      return AlertJson.read(payload.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(
          "snapshot %s of alert %s: no alert".formatted(snapshot.sha256(), snapshot.alertId()), e);
    }
  }

  private static StreamId stream(String sha256) {
    return new StreamId(CaseStore.KIND, PREFIX + sha256);
  }

  private static String hash(String payload) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(payload.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

package org.fundwatch.alertapi.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.springframework.stereotype.Component;

/**
 * Alerts as they were, and what they rest on, in the journal under the hashes of their texts: each
 * is a stream of one entry, which nobody can change unseen. Thread-safe.
 */
@Component
final class Snapshots {
  private static final String PREFIX = "S-";
  private static final String TYPE = "SNAPSHOT";

  private final Journal journal;
  private final RowMaker maker;

  Snapshots(Journal journal, RowMaker maker) {
    this.journal = journal;
    this.maker = maker;
  }

  /** What the journal keeps: a text byte for byte. */
  private record Kept(String payload) {}

  /** True when a stream of cases is a snapshot and no case. */
  static boolean isSnapshot(StreamId stream) {
    return stream.id().startsWith(PREFIX);
  }

  /**
   * Keeps alerts as they are, with what they rest on; what is kept already stays as it is. Texts of
   * rules, which many alerts share, are kept once.
   */
  List<Snapshot> keep(List<AlertDocument> alerts, String by) {
    var texts = new LinkedHashMap<String, String>();
    var snapshots = new ArrayList<Snapshot>();
    for (var document : alerts) {
      var part = document.alert();
      var rows = maker.rows(AlertStore.payload(document), part.payload());
      rows.rows().stream()
          .filter(Snapshots::isKeptApart)
          .forEach(row -> texts.put(row.sha256(), row.text()));
      var list = RowMaker.write(rows.with(rows.rows().stream().map(Snapshots::listed).toList()));
      var hash = Digests.of(list).sha256();
      texts.put(rows.sha256(), part.payload());
      texts.put(hash, list);
      snapshots.add(new Snapshot(part.id(), part.version(), rows.sha256(), hash));
    }
    keep(texts, by);
    return snapshots;
  }

  private void keep(Map<String, String> texts, String by) {
    var drafts =
        texts.entrySet().stream()
            .map(text -> new Draft(stream(text.getKey()), 0, TYPE, new Kept(text.getValue()), by))
            .toList();
    for (var appended : journal.appendAll(drafts)) {
      if (appended.outcome() != Outcome.CONFLICT) {
        appended.orThrow();
      }
    }
  }

  /** The alerts that snapshots name, in order. */
  List<Alert> alerts(List<Snapshot> snapshots) {
    var texts = texts(snapshots.stream().map(Snapshot::sha256).toList());
    return snapshots.stream()
        .map(snapshot -> alert(texts.getOrDefault(snapshot.sha256(), ""), snapshot))
        .toList();
  }

  /** What alerts rested on, in order; no rows where none were kept. */
  List<SnapshotRows> rows(List<Snapshot> snapshots) {
    var lists =
        texts(snapshots.stream().map(Snapshot::rows).filter(hash -> !hash.isEmpty()).toList());
    var all =
        snapshots.stream()
            .map(
                snapshot ->
                    lists.containsKey(snapshot.rows())
                        ? RowMaker.read(lists.getOrDefault(snapshot.rows(), ""))
                        : without(snapshot))
            .toList();
    var apart =
        texts(
            all.stream()
                .flatMap(rows -> rows.rows().stream())
                .filter(Snapshots::isKeptApart)
                .map(SnapshotRow::sha256)
                .distinct()
                .toList());
    return all.stream()
        .map(
            rows ->
                rows.with(
                    rows.rows().stream()
                        .map(row -> row.with(apart.getOrDefault(row.sha256(), row.text())))
                        .toList()))
        .toList();
  }

  private SnapshotRows without(Snapshot snapshot) {
    var text = texts(List.of(snapshot.sha256())).getOrDefault(snapshot.sha256(), "");
    return new SnapshotRows(
        snapshot.alertId(),
        snapshot.version(),
        snapshot.sha256(),
        Digests.of(text).sm3(),
        List.of());
  }

  private static boolean isKeptApart(SnapshotRow row) {
    return row.kind() == SnapshotRow.Kind.RULE;
  }

  private static SnapshotRow listed(SnapshotRow row) {
    return isKeptApart(row) ? row.with("") : row;
  }

  private static Alert alert(String text, Snapshot snapshot) {
    try {
      return AlertJson.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(
          "snapshot %s of alert %s: no alert".formatted(snapshot.sha256(), snapshot.alertId()), e);
    }
  }

  /** Texts by their hashes, all of them. */
  private Map<String, String> texts(Collection<String> hashes) {
    var streams =
        journal.readAll(CaseStore.KIND, hashes.stream().map(hash -> PREFIX + hash).toList());
    var texts = new LinkedHashMap<String, String>();
    for (var hash : hashes) {
      var entries = streams.get(stream(hash));
      if (entries == null) {
        throw new IllegalStateException("snapshot %s: missing from the journal".formatted(hash));
      }
      texts.put(hash, entries.get(0).body(Kept.class).payload());
    }
    return texts;
  }

  private static StreamId stream(String sha256) {
    return new StreamId(CaseStore.KIND, PREFIX + sha256);
  }
}

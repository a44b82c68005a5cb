package org.fundwatch.alertapi.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.rows.RowStore;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.springframework.stereotype.Component;

/**
 * Alerts as they were, and what they rest on, kept under the hashes of their texts. Thread-safe.
 */
@Component
final class Snapshots {
  private final KeptTexts kept;
  private final RowMaker maker;
  private final RowStore rows;

  Snapshots(KeptTexts kept, RowMaker maker, RowStore rows) {
    this.kept = kept;
    this.maker = maker;
    this.rows = rows;
  }

  /**
   * Keeps alerts as they are, with what they rest on; what is kept already stays as it is. Texts
   * that many alerts share, of rules and settlements, are kept once.
   */
  List<Snapshot> keep(List<AlertDocument> alerts, String by) {
    var texts = kept.writer(by);
    var snapshots = new ArrayList<Snapshot>();
    for (var document : alerts) {
      var part = document.alert();
      var alert = AlertStore.payload(document);
      var all = maker.rows(alert, part.payload(), FrozenRows.of(alert, rows, texts));
      texts.add(all.sha256(), part.payload());
      snapshots.add(new Snapshot(part.id(), part.version(), all.sha256(), keep(all, texts)));
    }
    texts.finish();
    return snapshots;
  }

  /**
   * Keeps what has come since of the settlements that alerts rest on.
   *
   * @return the alerts of which something has come, each as it was, with more rows than before
   */
  List<Snapshot> complete(List<Snapshot> snapshots, String by) {
    var texts = kept.writer(by);
    var completed = new ArrayList<Snapshot>();
    for (var snapshot : snapshots) {
      var before = listed(List.of(snapshot)).get(0);
      var come = FrozenRows.of(alerts(List.of(snapshot)).get(0), rows, texts);
      var after = RowMaker.completed(before, come);
      if (!after.equals(before)) {
        completed.add(
            new Snapshot(
                snapshot.alertId(), snapshot.version(), snapshot.sha256(), keep(after, texts)));
      }
    }
    if (!completed.isEmpty()) {
      texts.finish();
    }
    return completed;
  }

  /** Keeps a list of rows, and apart from it the texts that others can share. */
  private static String keep(SnapshotRows all, KeptTexts.Writer texts) {
    all.rows().stream()
        // Those of settlements are kept already: they come one by one.
        .filter(row -> isKeptApart(row) && !row.text().isEmpty())
        .forEach(row -> texts.add(row.sha256(), row.text()));
    var list =
        RowMaker.write(
            all.with(
                all.rows().stream().map(row -> isKeptApart(row) ? row.with("") : row).toList()));
    var hash = Digests.of(list).sha256();
    texts.add(hash, list);
    return hash;
  }

  /** The alerts that snapshots name, in order. */
  List<Alert> alerts(List<Snapshot> snapshots) {
    var texts = kept.read(snapshots.stream().map(Snapshot::sha256).toList());
    return snapshots.stream()
        .map(snapshot -> alert(texts.getOrDefault(snapshot.sha256(), ""), snapshot))
        .toList();
  }

  /** What alerts rested on, in order; no rows where none were kept. */
  List<SnapshotRows> rows(List<Snapshot> snapshots) {
    var all = listed(snapshots);
    var apart =
        kept.read(
            all.stream()
                .flatMap(list -> list.rows().stream())
                .filter(Snapshots::isKeptApart)
                .map(SnapshotRow::sha256)
                .toList());
    return all.stream()
        .map(
            list ->
                list.with(
                    list.rows().stream()
                        .map(row -> row.with(apart.getOrDefault(row.sha256(), row.text())))
                        .toList()))
        .toList();
  }

  /** The same without the texts that are kept apart. */
  private List<SnapshotRows> listed(List<Snapshot> snapshots) {
    var lists =
        kept.read(snapshots.stream().map(Snapshot::rows).filter(hash -> !hash.isEmpty()).toList());
    return snapshots.stream()
        .map(
            snapshot ->
                lists.containsKey(snapshot.rows())
                    ? RowMaker.read(lists.getOrDefault(snapshot.rows(), ""))
                    : without(snapshot))
        .toList();
  }

  private SnapshotRows without(Snapshot snapshot) {
    var text = kept.read(List.of(snapshot.sha256())).getOrDefault(snapshot.sha256(), "");
    return new SnapshotRows(
        snapshot.alertId(),
        snapshot.version(),
        snapshot.sha256(),
        Digests.of(text).sm3(),
        List.of());
  }

  private static boolean isKeptApart(SnapshotRow row) {
    return row.kind() == SnapshotRow.Kind.RULE || row.isWholeSettlement();
  }

  private static Alert alert(String text, Snapshot snapshot) {
    try {
      return AlertJson.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(
          "snapshot %s of alert %s: no alert".formatted(snapshot.sha256(), snapshot.alertId()), e);
    }
  }
}

package org.fundwatch.alertapi.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.cases.SnapshotRow.Kind;
import org.fundwatch.alertapi.cases.SnapshotRow.Reach;
import org.fundwatch.alertapi.rows.Pointers;
import org.fundwatch.alertapi.rows.RowDocument;
import org.fundwatch.alertapi.rows.RowStore;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * The settlements that an alert points at as rows of a snapshot, their texts kept apart.
 *
 * @param bySettlement each by {@code setl_id}
 * @param byEncounter those of each encounter by {@code mdtrt_id}
 */
record FrozenRows(
    Map<String, SnapshotRow> bySettlement, Map<String, List<SnapshotRow>> byEncounter) {

  /** Freezes what has come of what an alert points at, one after the other. */
  static FrozenRows of(Alert alert, RowStore store, KeptTexts.Writer texts) {
    var pointers = Pointers.of(alert);
    var frozen = new FrozenRows(new LinkedHashMap<>(), new LinkedHashMap<>());
    store.each(
        alert,
        document -> {
          var row = row(document, pointers);
          texts.add(row.sha256(), row.text());
          frozen.add(document, row.with(""));
        });
    return frozen;
  }

  private void add(RowDocument document, SnapshotRow row) {
    bySettlement.put(document.settlementId(), row);
    byEncounter.computeIfAbsent(document.encounterId(), id -> new ArrayList<>()).add(row);
  }

  Optional<SnapshotRow> settlement(String id) {
    return Optional.ofNullable(bySettlement.get(id));
  }

  List<SnapshotRow> ofEncounter(String id) {
    return byEncounter.getOrDefault(id, List.of());
  }

  /** Its text is the row as it came; its version names the messages that told it. */
  private static SnapshotRow row(RowDocument document, Pointers pointers) {
    var told = RowDocument.parsed(document.row());
    var version =
        told.messages().stream().map(SettlementEvent::messageId).collect(Collectors.joining(" "));
    return SnapshotRow.of(
            Kind.SETTLEMENT, document.settlementId(), version, Reach.WHOLE, document.row())
        .marking(pointers.within(told));
  }
}

package org.fundwatch.alertapi.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands streams to the projections of their kind. Thread-safe. */
@Component
final class Projector {
  // Asked for late: features that project also write to the journal.
  private final ObjectProvider<Projection> projections;

  Projector(ObjectProvider<Projection> projections) {
    this.projections = projections;
  }

  void project(Map<StreamId, List<Entry>> streams) {
    var byKind =
        streams.entrySet().stream()
            .filter(stream -> !stream.getValue().isEmpty())
            .collect(
                Collectors.groupingBy(
                    stream -> stream.getKey().kind(),
                    Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (first, second) -> second,
                        LinkedHashMap::new)));
    projections.forEach(
        projection -> {
          var mine = byKind.get(projection.kind());
          if (mine != null) {
            projection.projectAll(mine);
          }
        });
  }
}

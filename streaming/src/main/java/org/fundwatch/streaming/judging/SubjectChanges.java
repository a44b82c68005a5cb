package org.fundwatch.streaming.judging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.finding.FindingChange;

/**
 * What one event changed about one subject.
 *
 * @param subject {@link org.fundwatch.domain.finding.Subject#key}
 * @param changes at least one, at most one per finding
 */
public record SubjectChanges(String subject, List<FindingChange> changes) {

  public SubjectChanges {
    changes = List.copyOf(changes);
  }

  /** The changes, put together by subject. */
  public static List<SubjectChanges> of(List<FindingChange> changes) {
    Map<String, List<FindingChange>> bySubject = new LinkedHashMap<>();
    for (FindingChange change : changes) {
      bySubject
          .computeIfAbsent(change.finding().subject().key(), key -> new ArrayList<>())
          .add(change);
    }
    return bySubject.entrySet().stream()
        .map(entry -> new SubjectChanges(entry.getKey(), entry.getValue()))
        .toList();
  }
}

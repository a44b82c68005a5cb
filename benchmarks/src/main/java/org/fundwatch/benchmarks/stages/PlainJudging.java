package org.fundwatch.benchmarks.stages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;

/**
 * Judges events in plain Java, with histories in a map: the event's own lines and encounter. The
 * job's person desk does more, it judges the encounters around them again. Not thread-safe.
 */
public final class PlainJudging {

  private final RuleSet rules;
  private final Scorer scorer = Scorer.builtIn();
  private final Map<String, PersonHistory> histories = new HashMap<>();

  /** Judges by the built-in rules and models, of people of whom nothing is known yet. */
  public PlainJudging() {
    try {
      rules = RuleCompiler.compile(RuleBundle.builtIn());
    } catch (RuleSetException e) {
      throw new IllegalStateException("the built-in rules compile", e);
    }
  }

  /** What an event shows in view of those before it. */
  public List<Finding> judge(SettlementEvent event) {
    String person = event.settlement().person().id();
    PersonHistory history = histories.getOrDefault(person, PersonHistory.EMPTY).with(event);
    histories.put(person, history);
    if (event.kind() == EventKind.REVERSED) {
      return List.of();
    }
    Timeline timeline = history.timeline();
    List<Finding> findings = new ArrayList<>(rules.judgeSettlement(event.settlement()));
    timeline
        .find(event.settlement().encounterId())
        .ifPresent(
            encounter -> {
              findings.addAll(rules.judgeEncounter(encounter, timeline));
              findings.addAll(scorer.score(encounter, timeline));
            });
    return findings;
  }
}

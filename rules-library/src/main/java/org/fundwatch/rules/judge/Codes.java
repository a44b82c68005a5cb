package org.fundwatch.rules.judge;

import java.util.List;
import java.util.Set;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.rules.check.Requirement;

/** The codes of a candidate that rules are indexed by. */
interface Codes {

  /** No codes; nothing is known to be absent. */
  Codes UNKNOWN = (requirement, keys) -> true;

  /** False where the candidate has no code that a requirement's table has rows for. */
  boolean meet(Requirement requirement, Set<String> keys);

  /** Of an encounter. */
  static Codes of(Encounter encounter) {
    return (requirement, keys) ->
        switch (requirement.part()) {
          case ANY_ITEM -> anyItem(encounter.items(), requirement, keys);
          case ITEM -> true;
          default -> diagnoses(encounter.head(), requirement, keys);
        };
  }

  /** Of a settlement with lines. */
  static Codes of(Settlement settlement) {
    return (requirement, keys) ->
        switch (requirement.part()) {
          case ANY_ITEM -> anyLine(settlement.lines(), requirement, keys);
          case ITEM -> true;
          default -> diagnoses(settlement, requirement, keys);
        };
  }

  private static boolean diagnoses(
      Settlement settlement, Requirement requirement, Set<String> keys) {
    if (requirement.part() == Requirement.Part.MAIN_DIAGNOSIS) {
      return keys.contains(requirement.key(settlement.mainDiagnosis()));
    }
    for (Diagnosis diagnosis : settlement.diagnoses()) {
      if (keys.contains(requirement.key(diagnosis.code()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyItem(List<ItemTotal> items, Requirement requirement, Set<String> keys) {
    for (ItemTotal item : items) {
      if (keys.contains(requirement.key(item.item()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyLine(List<FeeLine> lines, Requirement requirement, Set<String> keys) {
    for (FeeLine line : lines) {
      if (keys.contains(requirement.key(line.item()))) {
        return true;
      }
    }
    return false;
  }
}

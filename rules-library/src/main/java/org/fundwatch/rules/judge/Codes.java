package org.fundwatch.rules.judge;

import java.util.List;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.rules.check.Requirement.Part;
import org.jspecify.annotations.Nullable;

/** The codes of a candidate that rules are indexed by. Not thread-safe. */
final class Codes {

  private final @Nullable Settlement settlement;
  private final @Nullable Encounter encounter;
  private @Nullable CodeIndex last;
  private long met;

  private Codes(@Nullable Settlement settlement, @Nullable Encounter encounter) {
    this.settlement = settlement;
    this.encounter = encounter;
  }

  /** Of an encounter. */
  static Codes of(Encounter encounter) {
    return new Codes(encounter.head(), encounter);
  }

  /** Of a settlement with lines. */
  static Codes of(Settlement settlement) {
    return new Codes(settlement, null);
  }

  /** Of something without codes: nothing is known to be absent. */
  static Codes unknown() {
    return new Codes(null, null);
  }

  /** True unless a required code is absent. */
  boolean meet(CodeIndex index, long required) {
    if (required == 0 || settlement == null) {
      return true;
    }
    if (last != index) {
      met = bits(index, settlement);
      last = index;
    }
    return (met & required) == required;
  }

  private long bits(CodeIndex index, Settlement head) {
    long bits =
        index.bits(Part.PERSON, head.person().id())
            | index.bits(Part.INSTITUTION, head.institution().code())
            | index.bits(Part.MAIN_DIAGNOSIS, head.mainDiagnosis());
    List<Diagnosis> diagnoses = head.diagnoses();
    for (int i = 0; i < diagnoses.size(); i++) {
      bits |= index.bits(Part.ANY_DIAGNOSIS, diagnoses.get(i).code());
    }
    if (index.ignores(Part.ANY_ITEM)) {
      return bits;
    }
    if (encounter == null) {
      List<FeeLine> lines = head.lines();
      for (int i = 0; i < lines.size(); i++) {
        bits |= index.bits(Part.ANY_ITEM, lines.get(i).item());
      }
    } else {
      List<ItemTotal> items = encounter.items();
      for (int i = 0; i < items.size(); i++) {
        bits |= index.bits(Part.ANY_ITEM, items.get(i).item());
      }
    }
    return bits;
  }
}

package org.fundwatch.rules.schema;

import java.util.HashMap;
import java.util.Map;
import org.fundwatch.domain.reference.DiagnosisEntry;
import org.fundwatch.domain.reference.Reference;

/**
 * Diseases that go on without treatment in every stay, by our table of diagnoses. A code that the
 * table has not is like those it has with the longest common beginning: chronic where any of them
 * is.
 */
final class ChronicDiseases {

  private static final int CATEGORY = 3;
  private static final Map<String, Boolean> BY_BEGINNING = byBeginning();

  private ChronicDiseases() {}

  static boolean contain(String diagnosis) {
    for (int length = diagnosis.length(); length >= CATEGORY; length--) {
      Boolean known = BY_BEGINNING.get(diagnosis.substring(0, length));
      if (known != null) {
        return known;
      }
    }
    return false;
  }

  private static Map<String, Boolean> byBeginning() {
    Map<String, Boolean> chronic = new HashMap<>();
    for (DiagnosisEntry entry : Reference.builtIn().diagnoses()) {
      for (int length = CATEGORY; length < entry.code().length(); length++) {
        chronic.merge(entry.code().substring(0, length), chronic(entry), Boolean::logicalOr);
      }
    }
    Reference.builtIn().diagnoses().forEach(entry -> chronic.put(entry.code(), chronic(entry)));
    return chronic;
  }

  private static boolean chronic(DiagnosisEntry entry) {
    return entry.traits().contains("chronic");
  }
}

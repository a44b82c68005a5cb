package org.fundwatch.models.features;

import java.util.List;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Settlement;

/**
 * Whom a stay is compared with.
 *
 * @param group payment group, or the three-character category of the main diagnosis where the stay
 *     was not grouped
 * @param level 3, 2 or 1 for the level of the hospital, {@code NaN} when not stated
 */
record PeerKey(String group, double level) {

  private static final int CATEGORY_LENGTH = 3;

  static PeerKey of(Settlement head) {
    Grouping grouping = head.grouping();
    String diagnosis = head.mainDiagnosis();
    String group =
        grouping != null
            ? grouping.system() + ':' + grouping.code()
            : "ICD:" + diagnosis.substring(0, Math.min(CATEGORY_LENGTH, diagnosis.length()));
    return new PeerKey(group, levelOf(head.institution().level()));
  }

  /** From the nearest circle of peers to the widest, which is everyone. */
  List<String> circles() {
    String suffix = Double.isNaN(level) ? "|?" : "|" + (int) level;
    return List.of(group + suffix, group, suffix, "");
  }

  /** 3, 2 or 1 of a dictionary code {@code hosp_lv} 01 to 10; below grade counts as 1. */
  static double levelOf(String code) {
    return switch (code) {
      case "01", "02", "03", "04" -> 3;
      case "05", "06", "07" -> 2;
      case "08", "09", "10", "11" -> 1;
      default -> Double.NaN;
    };
  }
}

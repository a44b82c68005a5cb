package org.fundwatch.alertapi.procedure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The penalty that is proposed.
 *
 * @param respondent whose
 * @param fineFen 0 for none
 * @param measures besides the fine
 * @param correctBy date (2026-01-31) until which the respondent has to put things right, empty for
 *     none
 */
public record Penalty(
    Respondent respondent, long fineFen, Set<Measure> measures, String correctBy) {

  public Penalty {
    measures = measures == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(measures));
    correctBy = correctBy == null ? "" : correctBy;
  }

  /** Whose penalty: thresholds differ. */
  public enum Respondent {
    PERSON("个人"),
    ORGANISATION("单位");

    private final String zh;

    Respondent(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  /** A measure besides the fine; each needs the offer of a hearing. */
  public enum Measure {
    SUSPEND_PERSON("暂停个人联网结算"),
    SUSPEND_DEPARTMENT("暂停相关责任部门医药服务"),
    TERMINATE_AGREEMENT("解除服务协议");

    private final String zh;

    Measure(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  boolean isNone() {
    return fineFen == 0 && measures.isEmpty();
  }

  /** True when it weighs heavier than another in any part. */
  boolean heavierThan(@Nullable Penalty other) {
    return other == null
        ? !isNone()
        : fineFen > other.fineFen || !other.measures.containsAll(measures);
  }
}

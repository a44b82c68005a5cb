package org.fundwatch.alertapi.cases;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.rows.RowMask;

/**
 * Something that an alert rests on, as it was.
 *
 * @param kind what it is
 * @param id of it: {@code setl_id}, {@code feedetl_sn}, rule, row of a table, model
 * @param version of it, empty where it has none
 * @param reach how much of it there is
 * @param sha256 of {@code text} as UTF-8, in hexadecimal
 * @param sm3 of the same (GB/T 32905)
 * @param text JSON of what was known of it; of a settlement that is there whole, the row as it came
 * @param marked fee lines ({@code feedetl_sn}) and drug packs in it that findings point at
 */
public record SnapshotRow(
    Kind kind,
    String id,
    String version,
    Reach reach,
    String sha256,
    String sm3,
    String text,
    List<String> marked) {

  public SnapshotRow {
    // Rows kept before settlements came have none.
    marked = marked == null ? List.of() : List.copyOf(marked);
  }

  /** What can be kept. */
  public enum Kind {
    /** An encounter, a settlement, a fee line or a drug pack. */
    SETTLEMENT("结算记录"),
    /** A rule with its clause. */
    RULE("规则"),
    /** A row of a knowledge table or of the baselines of peers. */
    KNOWLEDGE("知识库、字典"),
    /** A model. */
    MODEL("模型");

    private final String zh;

    Kind(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  /** How much of a row there is. */
  public enum Reach {
    /** The text that judged. */
    WHOLE("原文"),
    /** The text of the same version, from another rule-set than the one that judged. */
    SAME_VERSION("同版本原文"),
    /** What the alert says of it, which is where to find it and in which version. */
    REFERENCE("编号、版本和说明");

    private final String zh;

    Reach(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  static SnapshotRow of(Kind kind, String id, String version, Reach reach, String text) {
    var digests = Digests.of(text);
    return new SnapshotRow(
        kind, id, version, reach, digests.sha256(), digests.sm3(), text, List.of());
  }

  SnapshotRow marking(List<String> some) {
    return new SnapshotRow(kind, id, version, reach, sha256, sm3, text, some);
  }

  /** True for a settlement with all that its messages told. */
  boolean isWholeSettlement() {
    return kind == Kind.SETTLEMENT && reach == Reach.WHOLE;
  }

  SnapshotRow with(String otherText) {
    return new SnapshotRow(kind, id, version, reach, sha256, sm3, otherText, marked);
  }

  /** As it is shown; the digests stay those of the text itself. */
  SnapshotRow masked(UnaryOperator<String> mask) {
    return isWholeSettlement()
        ? with(RowMask.text(text))
        : new SnapshotRow(
            kind, mask.apply(id), version, reach, sha256, sm3, mask.apply(text), marked);
  }
}

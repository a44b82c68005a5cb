package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.procedure.term.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision that was served can still be contested in time.
 *
 * @param stage where it is
 * @param finalFrom first moment in epoch milliseconds after the time for remedies; null where it
 *     cannot be told
 * @param outstanding true while refund, damages or fine are not settled: what a court can be asked
 *     to enforce once the decision is final
 * @param provenance of the durations that it rests on, the weaker of two; null where it rests on
 *     none
 * @param zh in words, in Chinese
 * @param en the same in English
 */
public record Finality(
    Stage stage,
    @Nullable Long finalFrom,
    boolean outstanding,
    @Nullable Provenance provenance,
    String zh,
    String en) {

  /** Where a decision is that was served. */
  public enum Stage {
    /** The time for remedies runs. */
    OPEN,
    /** A remedy was sought and is not settled. */
    CONTESTED,
    /** The time for remedies has run out and none is on record. */
    FINAL,
    /** A remedy has revoked it. */
    REVOKED,
    /** It cannot be told from what is configured. */
    UNKNOWN
  }

  /**
   * Of a case; empty before a decision was served and once the case is closed.
   *
   * @param deadlines those of the case
   */
  static Optional<Finality> of(CaseState state, List<Deadline> deadlines, long now) {
    if (state.main() != State.SERVED && state.main() != State.EXECUTION) {
      return Optional.empty();
    }
    boolean outstanding = !Condition.moneySettled(state);
    return Optional.of(
        switch (state.in(Track.REMEDY)) {
          case RECONSIDERATION, LITIGATION ->
              told(
                  Stage.CONTESTED,
                  outstanding,
                  "复议或诉讼未了结，决定尚未确定",
                  "a reconsideration or litigation is under way: the decision is not final");
          case REMEDY_REVOKED ->
              told(Stage.REVOKED, outstanding, "决定已被撤销", "the decision has been revoked");
          case REMEDY_UPHELD ->
              told(
                  Stage.UNKNOWN,
                  outstanding,
                  "决定已维持；此后的起诉、上诉期限未配置，请按文书核对",
                  "upheld; what time there is to go on is not configured: see the papers");
          default -> byTime(deadlines, outstanding, now);
        });
  }

  private static Finality byTime(List<Deadline> deadlines, boolean outstanding, long now) {
    var remedies =
        deadlines.stream().filter(deadline -> deadline.clock().limit().isForRemedy()).toList();
    if (remedies.size() < 2) {
      return told(
          Stage.UNKNOWN,
          outstanding,
          "未配置申请复议或起诉期限",
          "the time for reconsideration or litigation is not configured");
    }
    var unknown = remedies.stream().filter(deadline -> deadline.dueAt() == null).findFirst();
    if (unknown.isPresent()) {
      return told(Stage.UNKNOWN, outstanding, unknown.get().unknownZh(), unknown.get().unknownEn());
    }
    long last =
        remedies.stream()
            .flatMap(deadline -> deadline.due().stream())
            .max(Long::compare)
            .orElse(0L);
    var provenance =
        remedies.stream().map(deadline -> deadline.term().provenance()).max(Enum::compareTo);
    boolean over = now > last;
    return new Finality(
        over ? Stage.FINAL : Stage.OPEN,
        last + 1,
        outstanding,
        provenance.orElseThrow(),
        over ? "申请复议、起诉期限已满，未登记复议或诉讼" : "申请复议、起诉期限未满",
        over
            ? "the time for reconsideration and litigation is over, and none is on record"
            : "the time for reconsideration and litigation runs");
  }

  private static Finality told(Stage stage, boolean outstanding, String zh, String en) {
    return new Finality(stage, null, outstanding, null, zh, en);
  }
}

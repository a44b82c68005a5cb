package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.CaseState.Extension;
import org.fundwatch.alertapi.procedure.term.Term;

/** The clocks of a case: pauses and extensions. */
public sealed interface Timing extends CaseAction {

  /** The clocks of the main track stop. */
  record Paused(Pause.Reason reason, String text) implements Timing {
    @Override
    public String zh() {
      return "中止期限（%s）".formatted(reason.zh());
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var state = situation.state();
      return CaseAction.all(
          situation.notInvolved(),
          Situation.unless(
              state.pause() == null, Missing.state("期限已经中止", "the clocks stand still already")),
          Situation.unless(
              state.clocks().stream().anyMatch(clock -> clock.limit().pauses()),
              Missing.state("没有正在计算的期限", "no clock runs")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.pause(reason, entry.at());
    }
  }

  /** They go on. */
  record Resumed(String text) implements Timing {
    @Override
    public String zh() {
      return "恢复期限";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.notInvolved(),
          Situation.unless(
              situation.state().pause() != null,
              Missing.state("期限没有中止", "the clocks do not stand still")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.resume(entry.at());
    }
  }

  /**
   * Somebody asks for more time.
   *
   * @param amount in the unit of the limit
   */
  record ExtensionAsked(Limit limit, long amount, String reason) implements Timing {
    @Override
    public String zh() {
      return "申请延长期限";
    }

    @Override
    public String text() {
      return "%s %d：%s".formatted(limit.key().zh(), amount, reason);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.notInvolved(),
          Situation.unless(
              situation.state().extensionAsked() == null,
              Missing.state("另一延期申请尚未批复", "another extension waits for its answer")),
          Situation.unless(
              !situation.isOver(limit), Missing.state("期限已届满", "the limit has run out already")),
          foreseen(situation));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.extensionAsked = new Extension(entry.sequence(), entry.by(), limit, amount);
    }

    private Stream<Missing> foreseen(Situation situation) {
      var clock = situation.state().clock(limit);
      var most = limit.extension().flatMap(situation::term).map(Term::value).orElse(0L);
      if (clock.isEmpty() || situation.deadline(limit).isEmpty() || most == 0) {
        return Stream.of(
            Missing.state(
                "“%s”没有正在计算或不可延长".formatted(limit.key().zh()),
                "limit %s does not run or cannot be extended".formatted(limit)));
      }
      if (clock.get().extensions() > 0) {
        return Situation.unless(
            limit.extendsFurther() && amount > 0,
            Missing.state("不可再次延长", "cannot be extended again"));
      }
      return Situation.unless(
          amount > 0 && amount <= most,
          Missing.content("一次可延长 1 至 %d".formatted(most), "1 to %d at once".formatted(most)));
    }
  }

  /**
   * Somebody else answers it. Beyond the first extension the record of a collective discussion has
   * to be on file since it was asked for.
   *
   * @param granted false when it is refused
   * @param reason why
   */
  record ExtensionAnswered(boolean granted, String reason) implements Timing {
    @Override
    public String zh() {
      return granted ? "批准延长期限" : "不批准延长期限";
    }

    @Override
    public String text() {
      return reason;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var asked = situation.state().extensionAsked();
      return asked == null
          ? List.of(Missing.state("没有待批复的延期申请", "no extension waits for an answer"))
          : CaseAction.all(
              situation.recused(),
              situation.by(Duty.HEAD),
              Situation.unless(
                  situation.isOutside() && !situation.actor().name().equals(asked.by()),
                  Missing.person("不得审批自己经办的事项", "nobody approves their own")),
              granted ? discussed(situation, asked) : Stream.empty());
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      if (granted) {
        fold.extend(Objects.requireNonNull(fold.extensionAsked));
      }
      fold.extensionAsked = null;
    }

    private static Stream<Missing> discussed(Situation situation, Extension asked) {
      var state = situation.state();
      boolean first = state.clock(asked.limit()).map(clock -> clock.extensions() == 0).orElse(true);
      return Situation.unless(
          first || state.onFileSince(asked.sequence(), DocumentKind.COLLECTIVE_RECORD),
          Missing.content(
              "再次延长须集体讨论，缺申请之后的《集体讨论记录》",
              "a further extension needs the record of a collective discussion since it was asked"
                  + " for"));
    }
  }
}

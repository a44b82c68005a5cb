package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.Disposition;

/** The course of a case. */
public sealed interface Handling extends CaseAction {

  /**
   * An alert as it was when its case was opened: findings with facts, evidence and rule versions.
   *
   * @param sha256 of its bytes in hexadecimal; the name that the journal keeps them under
   * @param rows the same of what it rests on: rows, rules, knowledge; empty for none kept
   */
  record Snapshot(String alertId, int version, String sha256, String rows) {
    public Snapshot {
      // Entries written before rows were kept have none.
      rows = rows == null ? "" : rows;
    }
  }

  /**
   * A case begins.
   *
   * @param title what it is about
   * @param region administrative division of the institution, empty when unknown
   * @param institution {@code fixmedins_code}
   * @param alertIds its alerts
   * @param suspectedFen money at risk in them; the first line of the ledger
   * @param snapshots the alerts as they were then
   * @param from the case that they were split off from, empty for none
   */
  record Opened(
      String title,
      String region,
      String institution,
      List<String> alertIds,
      long suspectedFen,
      List<Snapshot> snapshots,
      String from)
      implements Handling {
    public Opened {
      alertIds = List.copyOf(alertIds);
      snapshots = List.copyOf(snapshots);
      from = from == null ? "" : from;
    }

    /** One of alerts that were in no case. */
    public Opened(
        String title,
        String region,
        String institution,
        List<String> alertIds,
        long suspectedFen,
        List<Snapshot> snapshots) {
      this(title, region, institution, alertIds, suspectedFen, snapshots, "");
    }

    @Override
    public String zh() {
      return from.isEmpty() ? "建案" : "分案立案";
    }

    @Override
    public String text() {
      return from.isEmpty() ? title : "%s（由 %s 分出）".formatted(title, from);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return List.of(Missing.state("案件已存在", "the case is open already"));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.open(this, entry);
      fold.take(snapshots, institution);
      fold.suspect(entry, suspectedFen, "预警涉嫌金额");
      if (!from.isEmpty()) {
        fold.links.add(new CaseLink(entry.sequence(), CaseLink.Relation.SPLIT_FROM, from));
      }
    }
  }

  /**
   * A step of the procedure.
   *
   * @param step its name, see {@link Transitions}
   * @param reason why, may be empty where none is asked for
   * @param target where to: another case, a department, an authority; empty where none is asked for
   */
  record Stepped(String step, String reason, String target) implements Handling, Move {
    Transition transition() {
      return Transitions.find(step)
          .orElseThrow(() -> new IllegalArgumentException("step '%s': unknown".formatted(step)));
    }

    @Override
    public Track track() {
      return transition().to().track();
    }

    @Override
    public String zh() {
      return Transitions.find(step).map(Transition::zh).orElse(step);
    }

    @Override
    public String text() {
      return Stream.of(target, reason)
          .filter(part -> !part.isBlank())
          .collect(Collectors.joining("："));
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var transition = Transitions.find(step);
      return transition.isEmpty()
          ? List.of(
              Missing.content(
                  "没有“%s”这一步骤".formatted(step),
                  "step '%s' is unknown; allowed: %s".formatted(step, names())))
          : CaseAction.all(
              situation.recused(),
              wrongState(situation.state(), transition.get()),
              paused(situation.state(), transition.get()),
              transition.get().guards().stream().flatMap(guard -> guard.missing(situation, this)));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.move(transition(), entry);
    }

    private static Stream<Missing> wrongState(CaseState state, Transition transition) {
      var now = state.in(transition.to().track());
      return Situation.unless(
          transition.from().contains(now),
          Missing.state(
              "“%s”状态不能“%s”".formatted(now.zh(), transition.zh()),
              "'%s' cannot be done while the case is: %s".formatted(transition.id(), now.en())));
    }

    private static Stream<Missing> paused(CaseState state, Transition transition) {
      return Situation.unless(
          state.pause() == null || transition.to().track() != Track.MAIN,
          Missing.state("期限已中止，须先恢复", "the clocks stand still; resume them first"));
    }

    private static String names() {
      return Transitions.ALL.stream().map(Transition::id).collect(Collectors.joining(", "));
    }
  }

  /**
   * What it was in the end.
   *
   * @param reason why
   */
  record OutcomeNamed(Disposition outcome, String reason) implements Handling {
    @Override
    public String zh() {
      return "登记处理结果";
    }

    @Override
    public String text() {
      return outcome.zh() + "：" + reason;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.ended(), situation.notInvolved(), situation.by(Duty.OFFICER, Duty.HEAD));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.outcome = outcome;
    }
  }

  /** A note. */
  record Note(String text) implements Handling {
    @Override
    public String zh() {
      return "备注";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return situation.recused().toList();
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {}
  }
}

package org.fundwatch.alertapi.procedure;

import java.util.List;
import org.fundwatch.alertapi.procedure.CaseLink.Relation;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Handling.Stepped;

/** Alerts come to a case, leave it, or go with all of it to another; see {@link GroupingRule}. */
public sealed interface Grouping extends CaseAction {

  /**
   * Alerts become part of the case.
   *
   * @param alerts as they were then
   * @param region what their institutions have in common
   * @param institution {@code fixmedins_code}, empty for several
   * @param suspectedFen money at risk in them
   * @param reason why
   */
  record AlertsAdded(
      List<Snapshot> alerts, String region, String institution, long suspectedFen, String reason)
      implements Grouping, Move {
    public AlertsAdded {
      alerts = List.copyOf(alerts);
    }

    @Override
    public String zh() {
      return "并入预警";
    }

    @Override
    public String text() {
      return "%d 件：%s".formatted(alerts.size(), reason);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return GroupingRule.ADD.missing(situation, this);
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.take(alerts, institution);
      fold.suspect(entry, suspectedFen, "并入预警 %d 件".formatted(alerts.size()));
    }
  }

  /**
   * Alerts leave the case, for a new case or to be free again.
   *
   * @param alerts as they were when they came
   * @param into the case that they make, empty to be free
   * @param title of that case, empty for none
   * @param region what their institutions have in common
   * @param institution of them, empty for several
   * @param remaining institution of those that stay, empty for several
   * @param suspectedFen money at risk in them
   * @param reason why
   */
  record AlertsLeft(
      List<Snapshot> alerts,
      String into,
      String title,
      String region,
      String institution,
      String remaining,
      long suspectedFen,
      String reason)
      implements Grouping, Move {
    public AlertsLeft {
      alerts = List.copyOf(alerts);
    }

    @Override
    public String zh() {
      return into.isEmpty() ? "移出预警" : "分案";
    }

    @Override
    public String text() {
      return "%d 件%s：%s".formatted(alerts.size(), into.isEmpty() ? "" : "，另立 " + into, reason);
    }

    @Override
    public String target() {
      return into;
    }

    @Override
    public int leaving() {
      return alerts.size();
    }

    @Override
    public long leavingFen() {
      return suspectedFen;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return GroupingRule.SPLIT.missing(situation, this);
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.release(alerts, remaining);
      fold.suspect(
          entry,
          -suspectedFen,
          "移出预警 %d 件%s".formatted(alerts.size(), into.isEmpty() ? "" : "，转入 " + into));
      if (!into.isEmpty()) {
        fold.links.add(new CaseLink(entry.sequence(), Relation.SPLIT_INTO, into));
      }
    }
  }

  /**
   * Alerts turned out to belong to another case, which was faster; written by the service alone.
   *
   * @param alerts which ones
   * @param suspectedFen the suspected amount that goes with them
   */
  record AlertsElsewhere(List<Snapshot> alerts, long suspectedFen) implements Grouping {
    public AlertsElsewhere {
      alerts = List.copyOf(alerts);
    }

    @Override
    public String zh() {
      return "预警已属他案";
    }

    @Override
    public String text() {
      return "%d 件".formatted(alerts.size());
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return List.of(Missing.person("由系统记载", "written by the service alone"));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.release(alerts, fold.institution);
      fold.suspect(entry, -suspectedFen, "预警 %d 件已属他案".formatted(alerts.size()));
    }
  }

  /**
   * All of the case goes to another one, which ends this one.
   *
   * @param target the other case
   * @param reason why
   * @param load what goes
   */
  record MergedInto(String target, String reason, CaseLoad load) implements Grouping, Move {
    /** The step that its guards are those of. */
    public static final String STEP = "merge";

    @Override
    public String zh() {
      return "并案";
    }

    @Override
    public String text() {
      return "%s：%s".formatted(target, reason);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return new Stepped(STEP, reason, target).missing(situation);
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.move(Transitions.find(STEP).orElseThrow(), entry);
      fold.release(load.alerts(), fold.institution);
      fold.suspect(entry, -load.suspectedFen(), "并入 " + target);
      fold.tasks.replaceAll(
          (id, task) -> task.state() == CaseTask.State.OPEN ? task.moved(entry, target) : task);
      fold.mergedInto = target;
      fold.links.add(new CaseLink(entry.sequence(), Relation.MERGED_INTO, target));
    }
  }

  /**
   * Another case comes into this one, with all it has. It follows the other one's {@link
   * MergedInto}, and is not refused any more then.
   *
   * @param from the other case
   * @param merging sequence of its entry that says so
   * @param reason why
   * @param load what comes
   */
  record CaseReceived(String from, int merging, String reason, CaseLoad load)
      implements Grouping, Move {
    @Override
    public String zh() {
      return "接收并案";
    }

    @Override
    public String text() {
      return "%s“%s”：%s".formatted(from, load.title(), reason);
    }

    @Override
    public String region() {
      return load.region();
    }

    @Override
    public String target() {
      return from;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return GroupingRule.RECEIVE.missing(situation, this);
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.take(load.alerts(), load.institution());
      fold.suspect(entry, load.suspectedFen(), "并入 " + from);
      load.attachments().stream()
          .filter(file -> fold.attachments.stream().noneMatch(file::isSame))
          .map(file -> file.in(entry.sequence()))
          .forEach(fold.attachments::add);
      fold.set(load.tasks(), "", entry);
      fold.links.add(new CaseLink(entry.sequence(), Relation.RECEIVED, from));
    }
  }
}

package org.fundwatch.alertapi.procedure;

import java.util.List;

/** Who handles a case. */
public sealed interface Staffing extends CaseAction {

  /**
   * Somebody becomes an officer of the case.
   *
   * @param name user name
   * @param credentials number of the law-enforcement credentials
   */
  record OfficerNamed(String name, String credentials) implements Staffing {
    @Override
    public String zh() {
      return "指派办案人员";
    }

    @Override
    public String text() {
      return name + " " + credentials;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.ended(),
          situation.recused(),
          situation.by(Duty.HEAD),
          Situation.unless(
              !situation.state().recused().contains(name),
              Missing.content("%s 已回避本案".formatted(name), name + " is recused from this case")),
          Situation.unless(
              !situation.state().officers().containsKey(name),
              Missing.content(
                  "%s 已是办案人员".formatted(name), name + " is an officer of this case already")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.nameOfficer(name, credentials);
    }
  }

  /** An officer leaves the case. */
  record OfficerReleased(String name, String reason) implements Staffing {
    @Override
    public String zh() {
      return "调离办案人员";
    }

    @Override
    public String text() {
      return name + "：" + reason;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.ended(),
          situation.recused(),
          situation.by(Duty.HEAD),
          Situation.unless(
              situation.state().officers().containsKey(name),
              Missing.content("%s 不是办案人员".formatted(name), name + " is no officer of this case")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.officers.remove(name);
    }
  }

  /** Somebody must have nothing to do with the case; heads say so of others, everybody of self. */
  record Recused(String name, String reason) implements Staffing {
    @Override
    public String zh() {
      return "回避";
    }

    @Override
    public String text() {
      return name + "：" + reason;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      boolean self = situation.actor().name().equals(name);
      return self
          ? situation.ended().toList()
          : CaseAction.all(situation.ended(), situation.recused(), situation.by(Duty.HEAD));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.officers.remove(name);
      fold.recused.add(name);
    }
  }
}

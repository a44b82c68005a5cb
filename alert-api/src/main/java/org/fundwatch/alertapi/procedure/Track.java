package org.fundwatch.alertapi.procedure;

/** What goes on in a case side by side; a case is in one state of each. */
public enum Track {
  MAIN("办理"),
  SUSPENSION("暂停结算"),
  POLICE("移送公安"),
  REFERRAL("转送其他部门"),
  REMEDY("复议、诉讼");

  private final String zh;

  Track(String zh) {
    this.zh = zh;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** Where it begins: the first state that names it. */
  public State initial() {
    for (var state : State.values()) {
      if (state.track() == this) {
        return state;
      }
    }
    throw new IllegalStateException(this + ": no state");
  }
}

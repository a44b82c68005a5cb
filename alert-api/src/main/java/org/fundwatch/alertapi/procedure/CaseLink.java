package org.fundwatch.alertapi.procedure;

/**
 * Another case that alerts went to or came from.
 *
 * @param sequence of the entry that says so
 * @param relation what the other one is to this one
 * @param caseId the other one
 */
public record CaseLink(int sequence, Relation relation, String caseId) {

  /** What another case is. */
  public enum Relation {
    SPLIT_FROM("由该案分出"),
    SPLIT_INTO("分出为"),
    MERGED_INTO("已并入"),
    RECEIVED("并入本案");

    private final String zh;

    Relation(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}

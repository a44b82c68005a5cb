package org.fundwatch.alertapi.procedure;

/**
 * What the other side says for itself, and how it was taken.
 *
 * @param sequence of the entry that recorded it; its name within the case
 * @param at epoch milliseconds
 * @param text what was said
 * @param answer how it was taken
 * @param reply why, empty until answered
 */
public record Statement(
    int sequence, long at, Party party, String text, Answer answer, String reply) {

  /** Whose statement. */
  public enum Party {
    INSTITUTION("定点医药机构"),
    PERSON("个人"),
    REPRESENTATIVE("代理人");

    private final String zh;

    Party(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  /** How a statement was taken. */
  public enum Answer {
    OPEN("待复核"),
    ADOPTED("采纳"),
    PARTLY_ADOPTED("部分采纳"),
    NOT_ADOPTED("不采纳");

    private final String zh;

    Answer(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  Statement answered(Answer given, String why) {
    return new Statement(sequence, at, party, text, given, why);
  }
}

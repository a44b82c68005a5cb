package org.fundwatch.alertapi.procedure;

/**
 * Why the clocks of the main track stand still.
 *
 * @param since epoch milliseconds
 */
public record Pause(Reason reason, long since) {

  /** What may stop the clocks. */
  public enum Reason {
    EXPERT_OPINION("鉴定"),
    HEARING("听证"),
    ANNOUNCEMENT("公告"),
    ASSISTANCE("协查");

    private final String zh;

    Reason(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}

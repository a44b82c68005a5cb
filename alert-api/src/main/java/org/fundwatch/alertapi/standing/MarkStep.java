package org.fundwatch.alertapi.standing;

import java.util.List;

/**
 * One thing that was done with a mark.
 *
 * @param sequence of its entry, from 1
 * @param by user name
 * @param at epoch milliseconds
 * @param said why, and on what it rests
 */
public record MarkStep(int sequence, Act act, String by, long at, MarkWords said) {

  /**
   * What was said with an act.
   *
   * @param party who objects or asks, OFFICE where nobody does
   * @param reason why
   * @param evidence papers, by number or address
   * @param amount of what is to be repaired, 0 otherwise
   */
  public record MarkWords(Party party, String reason, List<String> evidence, int amount) {
    public MarkWords {
      evidence = List.copyOf(evidence);
    }

    static MarkWords reason(String reason) {
      return new MarkWords(Party.OFFICE, reason, List.of(), 0);
    }
  }

  /** Who puts something forward. */
  public enum Party {
    /** 当事人: the institution or the doctor. */
    HOLDER("当事人"),
    /** 本机关: the office itself, such as after a decision was revoked. */
    OFFICE("本机关");

    private final String zh;

    Party(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}

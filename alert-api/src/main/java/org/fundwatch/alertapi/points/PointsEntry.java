package org.fundwatch.alertapi.points;

import java.time.LocalDate;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.Marked;

/**
 * Points of a doctor or other person in charge (相关人员).
 *
 * @param doctor national code
 * @param institution {@code fixmedins_code} where it happened
 * @param region administrative division of the institution
 * @param ground row of the table of grounds
 * @param points 1 or more
 * @param responsibility how much of it was theirs
 * @param caseId the case that it rests on, empty for none
 * @param day on which it was found; points count in the natural year of it
 * @param text what they did
 */
public record PointsEntry(
    String doctor,
    String institution,
    String region,
    String ground,
    int points,
    Responsibility responsibility,
    String caseId,
    LocalDate day,
    String text)
    implements Marked {

  /** How much somebody is responsible (责任程度). */
  public enum Responsibility {
    GENERAL("一般责任"),
    IMPORTANT("重要责任"),
    MAIN("主要责任");

    private final String zh;

    Responsibility(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  @Override
  public Holder holder() {
    return Holder.doctor(doctor);
  }

  /** Points end with their year. */
  @Override
  public LocalDate until() {
    return LocalDate.of(day.getYear(), 12, 31);
  }

  @Override
  public int weight() {
    return points;
  }

  PointsEntry masked() {
    return new PointsEntry(
        Mask.code(doctor),
        institution,
        region,
        ground,
        points,
        responsibility,
        caseId,
        day,
        Mask.text(text));
  }
}

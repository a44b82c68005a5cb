package org.fundwatch.alertapi.points;

import java.time.LocalDate;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.Marked;

/**
 * What follows from a doctor's points.
 *
 * @param doctor national code
 * @param institution {@code fixmedins_code} of where they work
 * @param region administrative division of the institution
 * @param measure row of the table of measures
 * @param kind what it is
 * @param year whose points it follows from
 * @param day the first day
 * @param months how long, 0 for what is done in a day; after a termination, until they may register
 *     again
 * @param text why so long
 */
public record PointsMeasure(
    String doctor,
    String institution,
    String region,
    String measure,
    Kind kind,
    int year,
    LocalDate day,
    int months,
    String text)
    implements Marked {

  /** What can follow from points. */
  public enum Kind {
    TALK("约谈"),
    SUSPEND("暂停医保支付资格"),
    TERMINATE("终止医保支付资格");

    private final String zh;

    Kind(String zh) {
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

  @Override
  public LocalDate until() {
    return months == 0 ? day : day.plusMonths(months).minusDays(1);
  }

  /** A measure is lifted whole or not at all. */
  @Override
  public int weight() {
    return 1;
  }

  /** It rests on points, and they on cases. */
  @Override
  public String caseId() {
    return "";
  }

  PointsMeasure masked() {
    return new PointsMeasure(
        Mask.code(doctor), institution, region, measure, kind, year, day, months, Mask.text(text));
  }
}

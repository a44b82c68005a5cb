package org.fundwatch.rules.schema;

import java.util.List;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;

/** Functions over a person's behaviour. All are total. */
public final class PersonFunctions {

  private static final String REGISTRATION = "12";
  private static final double EARTH_KM = 6371.0;
  private static final double HOUR_MILLIS = 3_600_000.0;
  private static final long MINUTE_MILLIS = 60_000;
  private static final int NATIONAL_CODE = 20;
  private static final int LONGEST_CODE = 100;
  private static final int SHORTEST_CODE = 10;

  private PersonFunctions() {}

  @Described("true for an outpatient visit paid by the fund; a registration alone is none")
  public static boolean paidVisit(EncounterView encounter) {
    return paidVisit(encounter.encounter());
  }

  private static boolean paidVisit(Encounter encounter) {
    String type = encounter.head().medType();
    return encounter.head().amounts().fundFen() > 0
        && MedType.of(type) == MedType.OUTPATIENT
        && !type.startsWith(REGISTRATION);
  }

  @Described("earlier outpatient visits paid by the fund that begin on a day")
  public static long visitsOn(HistoryView history, long day) {
    long from = ShanghaiTime.startOfDay(day);
    return paidVisits(
        history, history.encounter().beginMillis() - from, ShanghaiTime.startOfDay(day + 1));
  }

  @Described("earlier outpatient visits paid by the fund that begin within a span")
  public static long visitsWithin(HistoryView history, @Span long span) {
    return paidVisits(history, span, Long.MAX_VALUE);
  }

  private static long paidVisits(HistoryView history, long span, long before) {
    List<Encounter> within = history.factsWithin(span);
    long count = 0;
    for (int i = 0; i < within.size(); i++) {
      count += within.get(i).beginMillis() < before && paidVisit(within.get(i)) ? 1 : 0;
    }
    return count;
  }

  @Described("a day since 1970-01-01 as text, such as 2026-03-31")
  public static String dayText(long day) {
    return ShanghaiTime.formatDay(Math.max(-1_000_000, Math.min(1_000_000, day)));
  }

  @Described("a moment as text, such as 2026-03-31 08:30:00")
  public static String dateTime(@Moment long moment) {
    return ShanghaiTime.format(moment);
  }

  @Described("distance over ground of two places given as latitude and longitude, in km")
  public static double distanceKm(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double dLatitude = Math.toRadians(otherLatitude - latitude) / 2;
    double dLongitude = Math.toRadians(otherLongitude - longitude) / 2;
    double h =
        Math.pow(Math.sin(dLatitude), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(otherLatitude))
                * Math.pow(Math.sin(dLongitude), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  @Described("km an hour of a journey; less than a minute counts as one")
  public static double travelSpeed(double km, @Span long time) {
    return km / (Math.max(MINUTE_MILLIS, time) / HOUR_MILLIS);
  }

  @Described(
      "true for text in a form of traceability codes: twenty digits, or another of 10 to 100 digits"
          + " and signs; false for fillers of one or two signs and for counting digits")
  public static boolean trueCode(String code) {
    int digits = 0;
    int signs = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      signs += c > ' ' && c <= '~' ? 1 : 0;
    }
    boolean national = code.length() == NATIONAL_CODE && digits == NATIONAL_CODE;
    boolean other =
        code.length() >= SHORTEST_CODE
            && code.length() <= LONGEST_CODE
            && signs == code.length()
            && digits > 0;
    return (national || other) && !PackView.filler(code);
  }
}

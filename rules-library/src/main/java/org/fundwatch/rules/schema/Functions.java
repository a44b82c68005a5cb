package org.fundwatch.rules.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fundwatch.domain.desk.Care;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.ItemTotal;

/** The functions of the rule language beside CEL's own. All are total: none fails on any input. */
public final class Functions {

  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  private static final List<String> CATEGORIES =
      IntStream.rangeClosed(1, Care.CATEGORIES).mapToObj("%02d"::formatted).toList();

  private Functions() {}

  @Described("a length of time of so many days")
  public static @Span long days(long count) {
    return count * DAY_MILLIS;
  }

  @Described("a length of time of so many hours")
  public static @Span long hours(long count) {
    return count * HOUR_MILLIS;
  }

  @Described("a length of time in days, with fraction")
  public static double inDays(@Span long span) {
    return span / (double) DAY_MILLIS;
  }

  @Described("the day of a moment, as days since 1970-01-01")
  public static long dayOf(@Moment long moment) {
    return ShanghaiTime.epochDay(moment);
  }

  @Described("the hour of a moment, 0..23")
  public static long hourOf(@Moment long moment) {
    return ShanghaiTime.dateTime(moment).getHour();
  }

  @Described("month and day of a moment, such as 12-31")
  public static String monthDay(@Moment long moment) {
    return ShanghaiTime.format(moment).substring(5, 10);
  }

  @Described("the first so many characters of a text, all of a shorter one")
  public static String prefix(String text, long length) {
    return text.length() <= length ? text : text.substring(0, Math.max(0, (int) length));
  }

  @Described("e to the power of x")
  public static double exp(double x) {
    return Math.exp(x);
  }

  @Described("1 / (1 + e^-x)")
  public static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Described("1 where true, else 0")
  public static double one(boolean condition) {
    return condition ? 1 : 0;
  }

  @Described("the smaller of two")
  public static long least(long a, long b) {
    return Math.min(a, b);
  }

  @Described("the smaller of two")
  public static double least(double a, double b) {
    return Math.min(a, b);
  }

  @Described("the larger of two")
  public static long most(long a, long b) {
    return Math.max(a, b);
  }

  @Described("the larger of two")
  public static double most(double a, double b) {
    return Math.max(a, b);
  }

  @Described("a divided by b; 0 where b is 0")
  public static double ratio(double a, double b) {
    return b == 0 ? 0 : a / b;
  }

  @Described("an amount in fen times a factor, rounded half up to whole fen")
  public static long part(long fen, double factor) {
    return Math.round(fen * factor);
  }

  @Described("the sum")
  public static long sum(List<Long> values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  @Described("the sum")
  public static double total(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Described("the largest, 0 of none")
  public static double largest(List<Double> values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  @Described("charges of an encounter in one category (med_chrgitm_type), in fen")
  public static long chargedFen(EncounterView encounter, String category) {
    return encounter.encounter().categoryFen(category);
  }

  @Described("quantity of an encounter in one category (med_chrgitm_type)")
  public static double chargedCount(EncounterView encounter, String category) {
    long sum = 0;
    for (ItemTotal item : encounter.encounter().items()) {
      if (item.category().equals(category)) {
        sum += item.countE4();
      }
    }
    return sum / 10_000.0;
  }

  @Described("the earlier encounters that begin no longer than a span before this one")
  public static List<EncounterView> within(HistoryView history, @Span long span) {
    return history.within(span);
  }

  @Described("quantity of the item in this and the earlier encounters within a span")
  public static double countWithin(ItemUseView use, @Span long span) {
    return use.countWithin(span);
  }

  @Described("days on which the item was charged in this and the earlier encounters within a span")
  public static long daysWithin(ItemUseView use, @Span long span) {
    return use.daysWithin(span);
  }

  @Described("charges of a settlement in one category (med_chrgitm_type), in fen")
  public static long categoryFen(VisitView visit, String category) {
    List<Long> byCategory = visit.visit().care().categoryFen();
    for (int i = 0; i < byCategory.size(); i++) {
      if (category.equals(CATEGORIES.get(i))) {
        return byCategory.get(i);
      }
    }
    return 0;
  }

  @Described("charges of a settlement for ct or mr, by national item code, in fen")
  public static long tagFen(VisitView visit, String tag) {
    Care care = visit.visit().care();
    return switch (tag) {
      case "ct" -> care.ctFen();
      case "mr" -> care.magneticFen();
      default -> 0;
    };
  }

  @Described("true where the item was charged on the same day and not wholly refunded")
  public static boolean alsoCharged(ItemDayView day, String item) {
    return day.charged(item);
  }

  @Described("feedetl_sn of another item's lines on the same day")
  public static List<String> linesOf(ItemDayView day, String item) {
    return day.charged(item) ? day.sibling(item).lineIds() : List.of();
  }

  @Described("quantity of another item on the same day, 0 where it was not charged")
  public static double countOf(ItemDayView day, String item) {
    return day.charged(item) ? day.sibling(item).count() : 0;
  }

  @Described("size of the largest set of settlements within a span of time")
  public static long burst(InstitutionDayView day, @Span long span) {
    return day.burst(span).size();
  }

  @Described("different persons in the largest set of settlements within a span of time")
  public static long burstPersons(InstitutionDayView day, @Span long span) {
    Set<String> persons = new HashSet<>();
    day.burst(span).forEach(visit -> persons.add(visit.person()));
    return persons.size();
  }

  @Described("share of the commonest total among the largest set of settlements within a span")
  public static double burstSameAmount(InstitutionDayView day, @Span long span) {
    List<Visit> visits = day.burst(span);
    long most = 0;
    for (Visit visit : visits) {
      most = Math.max(most, visits.stream().filter(v -> v.totalFen() == visit.totalFen()).count());
    }
    return visits.isEmpty() ? 0 : most / (double) visits.size();
  }

  @Described("settlements at night (22:00 to 06:00) in the largest set within a span of time")
  public static long burstAtNight(InstitutionDayView day, @Span long span) {
    return InstitutionDayView.night(day.burst(span)).size();
  }

  @Described("paid by the fund for the largest set of settlements within a span, in fen")
  public static long burstFundFen(InstitutionDayView day, @Span long span) {
    return day.burst(span).stream().mapToLong(Visit::fundFen).sum();
  }

  @Described("setl_id of the largest set of settlements within a span of time")
  public static List<String> burstSettlements(InstitutionDayView day, @Span long span) {
    return day.burst(span).stream().map(Visit::settlementId).toList();
  }
}

package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fundwatch.domain.code.MedType;

/** Functions over institutions and doctors. All are total. */
public final class InstitutionFunctions {

  private static final Set<String> ELSEWHERE = Set.of("2", "3", "5");
  private static final Set<String> COURSES = Set.of("Z51", "Z49");
  private static final Comparator<VisitView> BY_BEGIN =
      Comparator.comparingLong(VisitView::begin).thenComparing(VisitView::settlement);

  private InstitutionFunctions() {}

  @Described("the texts, each once, in order of first appearance")
  public static List<String> distinct(List<String> texts) {
    return List.copyOf(new LinkedHashSet<>(texts));
  }

  @Described("true for a settlement of an outpatient visit")
  public static boolean outpatient(VisitView visit) {
    return MedType.of(visit.medType()) == MedType.OUTPATIENT;
  }

  @Described("names of the institutions of the outpatient visits, each once")
  public static List<String> institutionNames(List<VisitView> visits) {
    return distinct(seen(visits).stream().map(v -> v.visit().institution().name()).toList());
  }

  @Described("how often two outpatient visits that follow each other are at different institutions")
  public static long institutionChanges(List<VisitView> visits) {
    List<VisitView> seen = seen(visits);
    long changes = 0;
    for (int i = 1; i < seen.size(); i++) {
      changes += seen.get(i).institution().equals(seen.get(i - 1).institution()) ? 0 : 1;
    }
    return changes;
  }

  @Described(
      "longest time that lies between the first and the last outpatient visit of two institutions"
          + " alike, 0 where there is none")
  public static @Span long institutionOverlap(List<VisitView> visits) {
    Map<String, long[]> times = new LinkedHashMap<>();
    for (VisitView visit : seen(visits)) {
      long at = visit.settled();
      times.merge(
          visit.institution(),
          new long[] {at, at},
          (old, one) -> new long[] {Math.min(old[0], one[0]), Math.max(old[1], one[1])});
    }
    List<long[]> all = List.copyOf(times.values());
    long longest = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        longest =
            Math.max(
                longest,
                Math.min(all.get(i)[1], all.get(j)[1]) - Math.max(all.get(i)[0], all.get(j)[0]));
      }
    }
    return longest;
  }

  @Described(
      "paid by the fund for the outpatient visits that are not at the institution with most of them,"
          + " in fen")
  public static long fundElsewhereFen(List<VisitView> visits) {
    Map<String, Long> counts = new TreeMap<>();
    seen(visits).forEach(visit -> counts.merge(visit.institution(), 1L, Long::sum));
    String most =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    return seen(visits).stream()
        .filter(visit -> !visit.institution().equals(most))
        .mapToLong(VisitView::fundFen)
        .sum();
  }

  @Described("share of some categories (med_chrgitm_type) in the charges, 0 of none")
  public static double categoryShare(List<VisitView> visits, List<String> categories) {
    long part = 0;
    for (VisitView visit : visits) {
      for (String category : categories) {
        part += Functions.categoryFen(visit, category);
      }
    }
    return Functions.ratio((double) part, (double) total(visits));
  }

  @Described("share of ct or mr in the charges, 0 of none")
  public static double tagShare(List<VisitView> visits, String tag) {
    long part = 0;
    for (VisitView visit : visits) {
      part += Functions.tagFen(visit, tag);
    }
    return Functions.ratio((double) part, (double) total(visits));
  }

  @Described(
      "stays of the month that follow another stay of the person there within a span: not announced,"
          + " under the same insurance, the first not ended by transfer or death, neither a course of"
          + " treatment, a birth nor a newborn")
  public static List<VisitView> readmitted(InstitutionMonthView month, @Span long span) {
    Map<String, List<VisitView>> byPerson = new HashMap<>();
    month.previousStays().forEach(stay -> put(byPerson, stay.person(), stay));
    month.stays().forEach(stay -> put(byPerson, stay.person(), stay));
    List<VisitView> readmitted = new ArrayList<>();
    for (VisitView later : month.stays()) {
      if (countsForReadmission(later)
          && byPerson.getOrDefault(later.person(), List.of()).stream()
              .anyMatch(earlier -> returned(earlier, later, span))) {
        readmitted.add(later);
      }
    }
    readmitted.sort(BY_BEGIN);
    return readmitted;
  }

  private static boolean returned(VisitView earlier, VisitView later, long span) {
    long gap = later.begin() - earlier.end();
    return !earlier.encounter().equals(later.encounter())
        && gap >= 0
        && gap <= span
        && countsForReadmission(earlier)
        && !earlier.readmissionPlanned()
        && !ELSEWHERE.contains(earlier.dischargeWay())
        && earlier.insurance().equals(later.insurance());
  }

  private static boolean countsForReadmission(VisitView stay) {
    String main = stay.mainDiagnosis();
    return stay.newbornDays() == 0
        && !main.startsWith("O")
        && !COURSES.contains(Functions.prefix(main, 3));
  }

  @Described(
      "the largest set of the month's stays of different people with the same items in the same"
          + " quantities")
  public static List<VisitView> identicalStays(InstitutionMonthView month) {
    Map<Long, List<VisitView>> byPattern = new TreeMap<>();
    for (VisitView stay : month.stays()) {
      if (stay.pattern() != 0) {
        put(byPattern, stay.pattern(), stay);
      }
    }
    List<VisitView> largest = List.of();
    for (List<VisitView> alike : byPattern.values()) {
      List<VisitView> people = onePerPerson(alike);
      if (people.size() > largest.size()) {
        largest = people;
      }
    }
    return largest;
  }

  private static List<VisitView> onePerPerson(List<VisitView> stays) {
    Set<String> persons = new HashSet<>();
    return stays.stream().filter(stay -> persons.add(stay.person())).toList();
  }

  /** The outpatient visits, by time. */
  private static List<VisitView> seen(List<VisitView> visits) {
    return visits.stream()
        .filter(InstitutionFunctions::outpatient)
        .sorted(Comparator.comparingLong(VisitView::settled).thenComparing(VisitView::settlement))
        .toList();
  }

  private static long total(List<VisitView> visits) {
    return visits.stream().mapToLong(VisitView::totalFen).sum();
  }

  private static <K> void put(Map<K, List<VisitView>> map, K key, VisitView visit) {
    map.computeIfAbsent(key, absent -> new ArrayList<>()).add(visit);
  }
}

package org.fundwatch.rules.schema;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundwatch.domain.reference.HospitalLevel;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.time.ShanghaiTime;

/** Functions over admissions, discharges and the days between them. All are total. */
public final class AdmissionFunctions {

  private static final Reference REFERENCE = Reference.builtIn();
  // 00 and the six digits of the national class of services, such as 00210300 for CT.
  private static final int SERVICE_CLASS = 8;
  private static final Set<String> TESTS = Set.of("03", "04");
  private static final Set<String> TREATMENTS = Set.of("05", "06");
  private static final Set<String> GIVEN_ON_THE_WARD = Set.of("iv", "injection", "inhaled");
  private static final String EMERGENCY = "1";

  private AdmissionFunctions() {}

  @Described("the day of a moment as text, such as 2026-03-31; texts of days compare like days")
  public static String date(@Moment long moment) {
    return ShanghaiTime.formatDay(ShanghaiTime.epochDay(moment));
  }

  @Described("day of the week, 1 Monday .. 7 Sunday")
  public static long weekday(@Moment long moment) {
    return LocalDate.ofEpochDay(ShanghaiTime.epochDay(moment)).getDayOfWeek().getValue();
  }

  @Described("3, 2 or 1 for a hosp_lv, 0 where it is not known")
  public static long hospitalTier(String level) {
    return REFERENCE.level(level).map(HospitalLevel::tier).orElse(0);
  }

  @Described(
      "kinds of tests charged within a span of time from the begin: different classes of services"
          + " (first eight digits) among the lines of categories 03 and 04")
  public static long testKindsWithin(SettlementView settlement, @Span long span) {
    Set<String> kinds = new HashSet<>();
    for (LineView line : settlement.lines()) {
      if (TESTS.contains(line.category()) && line.occurred() - settlement.begin() <= span) {
        kinds.add(Functions.prefix(line.item(), SERVICE_CLASS));
      }
    }
    return kinds.size();
  }

  @Described(
      "true where something was charged that treats: therapy (category 05), an operation (06), or a"
          + " drug that is infused, injected or inhaled")
  public static boolean treated(SettlementView settlement) {
    return settlement.lines().stream()
        .anyMatch(
            line ->
                TREATMENTS.contains(line.category())
                    || REFERENCE
                        .item(line.item())
                        .filter(item -> GIVEN_ON_THE_WARD.contains(item.route()))
                        .isPresent());
  }

  @Described(
      "from admission to the start of the first day on which something but bed, nursing and"
          + " consultation was charged, at least 0; to the discharge where there is none")
  public static @Span long untilTreated(EncounterView stay) {
    List<Integer> active = stay.encounter().activeDays();
    long treated = active.isEmpty() ? stay.end() : ShanghaiTime.startOfDay(active.get(0));
    return Math.max(0, treated - stay.begin());
  }

  @Described(
      "share of the days of a stay's last third on which something but bed, nursing and"
          + " consultation was charged; 1 for a stay of less than three days")
  public static double tailActivity(EncounterView stay) {
    long first = ShanghaiTime.epochDay(stay.begin());
    long last = ShanghaiTime.epochDay(stay.end());
    long third = (last - first) / 3;
    if (third < 1) {
      return 1;
    }
    long active =
        stay.encounter().activeDays().stream()
            .filter(day -> day >= last - third && day < last)
            .count();
    return active / (double) third;
  }

  @Described(
      "insured patients of the night of the month on which there were most, of all stays known")
  public static long peakPatients(InstitutionMonthView month) {
    return peak(month, stay -> true);
  }

  @Described("the same of the stays of some kinds of visit (med_type)")
  public static long peakPatientsOf(InstitutionMonthView month, List<String> medTypes) {
    return peak(month, stay -> medTypes.contains(stay.medType()));
  }

  @Described("the days of the month before, such as 2026-02-01")
  public static List<String> daysBefore(InstitutionMonthView month) {
    LocalDate first = LocalDate.ofEpochDay(month.firstDay());
    return first.minusMonths(1).datesUntil(first).map(LocalDate::toString).toList();
  }

  @Described(
      "stays that began on some days and not as an emergency, as far as settled in this month and"
          + " the one before")
  public static long admittedOn(InstitutionMonthView month, List<String> days) {
    Map<String, Long> admissions = admissions(month);
    return days.stream().mapToLong(day -> admissions.getOrDefault(day, 0L)).sum();
  }

  @Described(
      "how many would have been admitted on some days of the month before, had they been like the"
          + " same days of the week in the rest of that month, days to be left out aside")
  public static double expectedOn(
      InstitutionMonthView month, List<String> days, List<String> leftOut) {
    Map<String, Long> admissions = admissions(month);
    Map<DayOfWeek, LongSummaryStatistics> usual =
        daysBefore(month).stream()
            .filter(day -> !days.contains(day) && !leftOut.contains(day))
            .collect(
                Collectors.groupingBy(
                    AdmissionFunctions::dayOfWeek,
                    Collectors.summarizingLong(day -> admissions.getOrDefault(day, 0L))));
    LongSummaryStatistics none = new LongSummaryStatistics();
    return days.stream()
        .mapToDouble(day -> usual.getOrDefault(dayOfWeek(day), none).getAverage())
        .sum();
  }

  @Described(
      "how far a count lies above what was expected, in standard deviations of a Poisson count")
  public static double countExcess(long count, double expected) {
    return (count - expected) / Math.sqrt(Math.max(1, expected));
  }

  @Described(
      "the largest set of persons admitted together, within a span, on two occasions at least so"
          + " many days apart, in the stays of this month and the one before without emergencies,"
          + " newborns and some main diagnoses; their tokens, sorted")
  public static List<String> companions(
      InstitutionMonthView month, List<String> withoutDiagnoses, @Span long together, long apart) {
    return Companions.largest(elective(month, withoutDiagnoses), together, apart);
  }

  @Described(
      "circles of people admitted together, within some days of each other, on occasions so many"
          + " days apart, in the stays of this month and the one before without emergencies, newborns"
          + " and some main diagnoses: connected pairs of at least a weight and a lift (our notes,"
          + " 4.7), without those on the edge until it has at least a density, the largest circle"
          + " first")
  public static List<CircleView> circles(
      InstitutionMonthView month,
      List<String> withoutDiagnoses,
      long within,
      long apart,
      double leastWeight,
      double leastLift,
      double leastDensity) {
    return Circles.of(
        elective(month, withoutDiagnoses), within, apart, leastWeight, leastLift, leastDensity);
  }

  @Described("tokens of the people of circles, each once, sorted")
  public static List<String> circlePersons(List<CircleView> circles) {
    return circles.stream()
        .flatMap(circle -> circle.persons().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<VisitView> elective(
      InstitutionMonthView month, List<String> withoutDiagnoses) {
    Set<String> without = new HashSet<>(withoutDiagnoses);
    return stays(month).stream()
        .filter(stay -> !stay.admissionWay().equals(EMERGENCY) && stay.newbornDays() == 0)
        .filter(stay -> !without.contains(stay.mainDiagnosis()))
        .toList();
  }

  private static long peak(InstitutionMonthView month, Predicate<VisitView> counts) {
    long first = month.firstDay();
    int nights = LocalDate.ofEpochDay(first).lengthOfMonth();
    long[] patients = new long[nights];
    for (VisitView stay : stays(month)) {
      if (counts.test(stay)) {
        long from = Math.max(0, ShanghaiTime.epochDay(stay.begin()) - first);
        long to = Math.min(nights, ShanghaiTime.epochDay(stay.end()) - first);
        for (long night = from; night < to; night++) {
          patients[(int) night]++;
        }
      }
    }
    return Arrays.stream(patients).max().orElse(0);
  }

  private static Map<String, Long> admissions(InstitutionMonthView month) {
    return stays(month).stream()
        .filter(stay -> !stay.admissionWay().equals(EMERGENCY))
        .collect(Collectors.groupingBy(stay -> date(stay.begin()), Collectors.counting()));
  }

  // Of a stay that was settled in parts in both months the later part, which knows the discharge.
  private static Collection<VisitView> stays(InstitutionMonthView month) {
    Map<String, VisitView> byEncounter = new LinkedHashMap<>();
    month.previousStays().forEach(stay -> byEncounter.put(stay.encounter(), stay));
    month.stays().forEach(stay -> byEncounter.put(stay.encounter(), stay));
    return byEncounter.values();
  }

  private static DayOfWeek dayOfWeek(String day) {
    return DayOfWeek.of((int) weekday(ShanghaiTime.startOfDay(ShanghaiTime.parseDate(day))));
  }
}

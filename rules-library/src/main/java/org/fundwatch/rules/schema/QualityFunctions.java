package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.ItemTotal;

/** Functions over data quality. All are total. */
public final class QualityFunctions {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final Pattern DIAGNOSIS =
      Pattern.compile(
          "[A-Z]\\d{2}(?:\\.[0-9x]\\d{0,2}(?:x\\d{3})?)?(?:[+*]|\\+[A-Z]\\d{2}(?:\\.\\d)?\\*)?");
  private static final Pattern OPERATION = Pattern.compile("\\d{2}\\.[0-9x]{1,5}(?:x\\d{2,3})?");
  private static final Set<String> ADMISSION_WAYS = Set.of("1", "2", "3", "9");
  private static final Set<String> DISCHARGE_WAYS = Set.of("1", "2", "3", "4", "5", "9");
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final int DAYS_OF_WEEK = 7;
  private static final int FIRST_YEAR_DAYS = 366;

  private QualityFunctions() {}

  @Described("sum of the amounts of all lines of a settlement, refunds included, in fen")
  public static long linesFen(SettlementView settlement) {
    long sum = 0;
    for (FeeLine line : settlement.settlement().lines()) {
      sum += line.amountFen();
    }
    return sum;
  }

  @Described("the latest fee_ocur_time of a settlement's lines; its own time where it has none")
  public static @Moment long latestLine(SettlementView settlement) {
    long latest = Long.MIN_VALUE;
    for (FeeLine line : settlement.settlement().lines()) {
      latest = Math.max(latest, line.occurredMillis());
    }
    return latest == Long.MIN_VALUE ? settlement.settled() : latest;
  }

  @Described(
      "feedetl_sn of refunds that name no line, and of those that take more than the line they name"
          + " held")
  public static List<String> wrongRefunds(SettlementView settlement) {
    Map<String, Long> left = null;
    List<String> wrong = new ArrayList<>();
    for (FeeLine line : settlement.settlement().lines()) {
      if (line.countE4() >= 0) {
        continue;
      }
      if (left == null) {
        left = charged(settlement.settlement().lines());
      }
      Long held = left.get(line.originalId());
      if (line.originalId().isEmpty() || (held != null && held + line.countE4() < 0)) {
        wrong.add(line.id());
      } else if (held != null) {
        left.put(line.originalId(), held + line.countE4());
      }
    }
    return wrong;
  }

  private static Map<String, Long> charged(List<FeeLine> lines) {
    Map<String, Long> charged = new HashMap<>();
    for (FeeLine line : lines) {
      if (line.countE4() > 0) {
        charged.merge(line.id(), line.countE4(), Long::sum);
      }
    }
    return charged;
  }

  @Described(
      "codes of diagnoses and operations that do not have the form of the national editions; none"
          + " of a settlement with a foreign code set")
  public static List<String> illFormedCodes(SettlementView view) {
    Settlement settlement = view.settlement();
    if (!settlement.codeSet().isEmpty()) {
      return List.of();
    }
    List<String> wrong = new ArrayList<>();
    for (Diagnosis diagnosis : settlement.diagnoses()) {
      if (!known(diagnosis) && !DIAGNOSIS.matcher(diagnosis.code()).matches()) {
        wrong.add(diagnosis.code());
      }
    }
    for (Operation operation : settlement.operations()) {
      if (!OPERATION.matcher(operation.code()).matches()) {
        wrong.add(operation.code());
      }
    }
    return wrong;
  }

  // Spares the commonest codes the pattern.
  private static boolean known(Diagnosis diagnosis) {
    return REFERENCE.diagnosis(diagnosis.code()).isPresent();
  }

  @Described(
      "fields of the settlement list that a finished stay leaves empty or fills with an unknown"
          + " code: diseinfo, chfpdr_code, medcasno, adm_caty, dscg_caty, adm_way, dscg_way")
  public static List<String> missingFields(EncounterView view) {
    Stay stay = view.encounter().head().stay();
    if (stay == null || stay.dischargeMillis() == null) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    require(missing, "diseinfo", !view.mainDiagnosis().isEmpty());
    require(missing, "chfpdr_code", !view.doctor().isEmpty());
    require(missing, "medcasno", !stay.recordNo().isEmpty());
    require(missing, "adm_caty", !stay.admissionDepartment().isEmpty());
    require(missing, "dscg_caty", !stay.dischargeDepartment().isEmpty());
    require(missing, "adm_way", ADMISSION_WAYS.contains(stay.admissionWay()));
    require(missing, "dscg_way", DISCHARGE_WAYS.contains(stay.dischargeWay()));
    return missing;
  }

  @Described(
      "fields of the settlement list that contradict the stay: nurscare_days above the days of the"
          + " stay and one, vent_used_dura above its hours and a day, nwb_age of somebody older than"
          + " a year")
  public static List<String> contradictions(EncounterView view, PersonView person) {
    Stay stay = view.encounter().head().stay();
    if (stay == null || stay.dischargeMillis() == null) {
      return List.of();
    }
    long nursing =
        (long) stay.specialNursingDays()
            + stay.firstNursingDays()
            + stay.secondNursingDays()
            + stay.thirdNursingDays();
    long hours = (view.end() - view.begin()) / HOUR_MILLIS;
    List<String> wrong = new ArrayList<>();
    require(wrong, "nurscare_days", nursing <= view.days() + 1);
    require(wrong, "vent_used_dura", stay.ventilatorMinutes() / 60 <= hours + 24);
    require(wrong, "nwb_age", stay.newbornDays() == 0 || person.ageDays() <= FIRST_YEAR_DAYS);
    return wrong;
  }

  private static void require(List<String> wrong, String field, boolean holds) {
    if (!holds) {
      wrong.add(field);
    }
  }

  @Described("true where two encounters were charged the same items in the same quantities")
  public static boolean sameCharges(EncounterView one, EncounterView other) {
    List<ItemTotal> items = one.encounter().items();
    List<ItemTotal> others = other.encounter().items();
    if (items.isEmpty() || items.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).item().equals(others.get(i).item())
          || items.get(i).countE4() != others.get(i).countE4()) {
        return false;
      }
    }
    return true;
  }

  @Described(
      "days up to the last settlement of a month, from the last one of the month before or else the"
          + " first of its own on, with fewer settlements than a share of the lower quartile of the"
          + " same weekday in both months, where that is at least so many")
  public static List<String> outageDays(InstitutionMonthView month, double share, long least) {
    Map<Long, Long> counts = new TreeMap<>();
    for (Visit visit : month.facts().visits()) {
      counts.merge(ShanghaiTime.epochDay(visit.settledMillis()), 1L, Long::sum);
    }
    if (counts.isEmpty()) {
      return List.of();
    }
    List<Long> days = List.copyOf(counts.keySet());
    long first = days.get(0);
    long last = days.get(days.size() - 1);
    long firstKnown = first;
    long lastBefore = Long.MIN_VALUE;
    for (Visit visit : month.facts().previous()) {
      long day = ShanghaiTime.epochDay(visit.settledMillis());
      counts.merge(day, 1L, Long::sum);
      firstKnown = Math.min(firstKnown, day);
      lastBefore = Math.max(lastBefore, day);
    }
    if (firstKnown < first) {
      first = lastBefore + 1;
    }
    List<String> outages = new ArrayList<>();
    for (long day = first; day <= last; day++) {
      long expected = lowerQuartile(counts, firstKnown, last, day);
      if (expected >= least && counts.getOrDefault(day, 0L) < share * expected) {
        outages.add(ShanghaiTime.formatDay(day));
      }
    }
    return outages;
  }

  // Of the same weekday, the day itself left out. Not the median: where busy days are many, for
  // instance because their visits are invented, the ordinary ones would look silent.
  private static long lowerQuartile(Map<Long, Long> counts, long first, long last, long day) {
    List<Long> same = new ArrayList<>();
    for (long other = first + Math.floorMod(day - first, DAYS_OF_WEEK);
        other <= last;
        other += DAYS_OF_WEEK) {
      if (other != day) {
        same.add(counts.getOrDefault(other, 0L));
      }
    }
    same.sort(Long::compare);
    return same.isEmpty() ? 0 : same.get((same.size() - 1) / 4);
  }
}

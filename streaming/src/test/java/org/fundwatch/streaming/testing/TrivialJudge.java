package org.fundwatch.streaming.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.NetLines;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.streaming.judging.Judge;

/**
 * A judge simple enough to be right by sight: a dear line, two stays within the gap, a pack sold
 * twice, a doctor or an institution with many settlements on one day, an institution with as many
 * in a month.
 *
 * @param version of the pretended rule-set
 * @param gapDays stays closer than this are found
 * @param dayLimit more settlements than this on a day are found
 * @param dearFen from this amount on a line is dear
 */
public record TrivialJudge(String version, int gapDays, int dayLimit, long dearFen)
    implements Judge {

  public static final String DEAR_LINE = "T1-dear-line";
  public static final String STAY_PAIR = "T2-stay-pair";
  public static final String PACK_TWICE = "T3-pack-twice";
  public static final String BUSY_DOCTOR = "T4-busy-doctor";
  public static final String BUSY_INSTITUTION = "T5-busy-institution";
  public static final String BUSY_MONTH = "T6-busy-month";

  /** From this amount on a line is dear unless said otherwise. */
  public static final long DEAR_FEN = 100_000;

  /** An item whose mere sight throws. */
  public static final String POISON = "999999999999999";

  private static final long DAY = 86_400_000L;

  /** The bundle that judges until another arrives. */
  public static final String BUILT_IN = "v0 15 2";

  public TrivialJudge(String version, int gapDays, int dayLimit) {
    this(version, gapDays, dayLimit, DEAR_FEN);
  }

  /** Bundles are {@code version gapDays dayLimit}, and the amount in yuan of a dear line. */
  public static final class Maker implements Judge.Maker {
    private static final long serialVersionUID = 1;

    @Override
    public Judge make(String bundle, Consumer<RuleFailure> failures) {
      String[] parts = (bundle.isEmpty() ? BUILT_IN : bundle).split(" ", -1);
      if (parts.length < 3 || parts.length > 4) {
        throw new IllegalArgumentException(
            "rule bundle: '%s'; three or four words are needed".formatted(bundle));
      }
      return new TrivialJudge(
          parts[0],
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          parts.length < 4 ? DEAR_FEN : new BigDecimal(parts[3]).movePointRight(2).longValue());
    }
  }

  @Override
  public long lookbackMillis() {
    return gapDays * DAY;
  }

  @Override
  public List<Finding> settlement(Settlement s) {
    List<Finding> findings = new ArrayList<>();
    for (FeeLine line : NetLines.of(s.lines()).charged()) {
      if (line.item().equals(POISON)) {
        throw new IllegalStateException("poison");
      }
      if (line.amountFen() >= dearFen) {
        findings.add(
            finding(
                DEAR_LINE,
                new Subject(SubjectKind.ENCOUNTER, s.encounterId()),
                s.settlementId() + '/' + line.id(),
                line.amountFen(),
                line.occurredMillis(),
                s.institution(),
                s.person().id(),
                settlements(Stream.of(s.settlementId()))));
      }
    }
    return findings;
  }

  @Override
  public List<Finding> encounter(Encounter later, Timeline all) {
    List<Finding> findings = new ArrayList<>();
    for (Encounter earlier : all.stays()) {
      long gap = later.beginMillis() - earlier.endMillis();
      if (later.isStay()
          && gap >= 0
          && gap <= lookbackMillis()
          && !earlier.id().equals(later.id())) {
        findings.add(
            finding(
                STAY_PAIR,
                new Subject(SubjectKind.ENCOUNTER, later.id()),
                earlier.id(),
                later.head().amounts().totalFen() + earlier.head().amounts().totalFen(),
                later.beginMillis(),
                later.head().institution(),
                later.head().person().id(),
                List.of(new Evidence(Evidence.Kind.ENCOUNTER, earlier.id(), ""))));
      }
    }
    return findings;
  }

  @Override
  public List<Finding> pack(PackSales pack) {
    long count = pack.sales().stream().mapToLong(PackSale::countE4).sum();
    if (count <= 10_000) {
      return List.of();
    }
    PackSale last = pack.sales().get(pack.sales().size() - 1);
    return List.of(
        finding(
            PACK_TWICE,
            new Subject(SubjectKind.TRACE_CODE, pack.code()),
            "",
            pack.sales().stream().mapToLong(PackSale::amountFen).sum(),
            last.soldMillis(),
            last.visit().institution(),
            "",
            settlements(pack.sales().stream().map(sale -> sale.visit().settlementId()))));
  }

  @Override
  public List<Finding> doctorDay(DoctorDay day) {
    return day.visits().size() <= dayLimit
        ? List.of()
        : List.of(
            finding(
                BUSY_DOCTOR,
                new Subject(SubjectKind.DOCTOR, day.doctor()),
                String.valueOf(day.epochDay()),
                day.visits().stream().mapToLong(visit -> visit.totalFen()).sum(),
                day.epochDay() * DAY,
                day.visits().get(0).institution(),
                "",
                settlements(day.visits().stream().map(Visit::settlementId))));
  }

  @Override
  public List<Finding> institutionDay(InstitutionDay day) {
    return day.visits().size() <= dayLimit
        ? List.of()
        : List.of(
            finding(
                BUSY_INSTITUTION,
                new Subject(SubjectKind.INSTITUTION, day.institution().code()),
                String.valueOf(day.epochDay()),
                day.visits().stream().mapToLong(visit -> visit.totalFen()).sum(),
                day.epochDay() * DAY,
                day.institution(),
                "",
                settlements(day.visits().stream().map(Visit::settlementId))));
  }

  /** The amount counts the month before too, so that a change there is seen. */
  @Override
  public List<Finding> institutionMonth(InstitutionMonth month) {
    return month.visits().size() <= dayLimit
        ? List.of()
        : List.of(
            finding(
                BUSY_MONTH,
                new Subject(SubjectKind.INSTITUTION, month.institution().code()),
                month.text(),
                total(month.visits()) + total(month.previous()),
                month.firstDay() * DAY,
                month.institution(),
                "",
                settlements(month.visits().stream().map(Visit::settlementId))));
  }

  private static List<Evidence> settlements(Stream<String> ids) {
    return ids.distinct().map(id -> new Evidence(Evidence.Kind.SETTLEMENT, id, "")).toList();
  }

  private static long total(List<Visit> visits) {
    return visits.stream().mapToLong(Visit::totalFen).sum();
  }

  private Finding finding(
      String rule,
      Subject subject,
      String anchor,
      long amountFen,
      long atMillis,
      Institution institution,
      String person,
      List<Evidence> evidence) {
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(rule, subject, List.of(anchor)),
        new RuleRef(rule, 1, version, "", rule, rule, List.of()),
        Outcome.SUSPICION,
        0.5,
        subject,
        List.of(anchor),
        amountFen,
        atMillis,
        atMillis,
        institution,
        "",
        person,
        "310",
        "",
        "",
        List.of(new FactValue("amount", String.valueOf(amountFen), "fen")),
        evidence,
        null);
  }
}

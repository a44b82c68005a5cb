package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.QuietJudge;

/**
 * A judge of broken data: every stay is suspicious, but not where its institution was silent on one
 * of its days, nor where it was settled before it ended.
 */
public final class GateJudge extends QuietJudge {

  public static final String STAY = "G1-stay";
  public static final String OUTAGE = "G2-outage";
  public static final String EARLY = "G3-settled-early";

  /** Makes it, whatever the bundle. */
  public static final class Maker implements Judge.Maker {
    private static final long serialVersionUID = 1;

    @Override
    public Judge make(String bundle, Consumer<RuleFailure> failures) {
      return new GateJudge();
    }
  }

  @Override
  public String version() {
    return "v0";
  }

  @Override
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    if (!encounter.isStay()) {
      return List.of();
    }
    Subject subject = new Subject(SubjectKind.ENCOUNTER, encounter.id());
    Institution institution = encounter.head().institution();
    List<Finding> findings = new ArrayList<>();
    long from = encounter.beginMillis();
    long to = encounter.endMillis();
    findings.add(
        finding(STAY, List.of(OUTAGE, EARLY), subject, "", from, to, institution, List.of()));
    if (encounter.head().settledMillis() < to) {
      findings.add(finding(EARLY, List.of(), subject, "", from, to, institution, List.of()));
    }
    return findings;
  }

  /** Silent days between the first and the last settlement of the month. */
  @Override
  public List<Finding> institutionMonth(InstitutionMonth month) {
    TreeSet<Long> days = new TreeSet<>();
    for (Visit visit : month.visits()) {
      days.add(ShanghaiTime.epochDay(visit.settledMillis()));
    }
    Set<String> silent = new TreeSet<>();
    for (long day = days.first(); day < days.last(); day++) {
      if (!days.contains(day)) {
        silent.add(ShanghaiTime.formatDay(day));
      }
    }
    return silent.isEmpty()
        ? List.of()
        : List.of(
            finding(
                OUTAGE,
                List.of(),
                new Subject(SubjectKind.INSTITUTION, month.institution().code()),
                month.text(),
                month.visits().get(0).settledMillis(),
                month.visits().get(month.visits().size() - 1).settledMillis(),
                month.institution(),
                List.of(new FactValue(DataGate.DAYS_FACT, String.join(", ", silent), ""))));
  }

  private static Finding finding(
      String rule,
      List<String> silencedBy,
      Subject subject,
      String anchor,
      long from,
      long to,
      Institution institution,
      List<FactValue> facts) {
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(rule, subject, List.of(anchor)),
        new RuleRef(rule, 1, "v0", "", rule, rule, List.of(), silencedBy),
        Outcome.SUSPICION,
        0.5,
        subject,
        List.of(anchor),
        100,
        from,
        to,
        institution,
        "",
        "",
        "310",
        "数据中断",
        "no data",
        facts,
        List.of(),
        null);
  }
}

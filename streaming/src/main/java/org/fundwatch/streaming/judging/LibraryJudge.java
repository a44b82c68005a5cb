package org.fundwatch.streaming.judging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleStatus;
import org.jspecify.annotations.Nullable;

/** The rule library and the models as a judge. */
final class LibraryJudge implements Judge {

  // The models' features look a year back.
  private static final long MODEL_LOOKBACK_MILLIS = Duration.ofDays(366).toMillis();

  private final RuleSet rules;
  private final @Nullable RuleSet shadows;
  private final String knowledge;
  private final @Nullable Scorer scorer;
  private final Tick settled;

  /**
   * @param rules those that make alerts
   * @param shadows those on trial, null for none
   * @param knowledge version of the knowledge tables
   * @param scorer the models, null to judge by the rules alone
   * @param settled told of each settlement that is judged
   */
  LibraryJudge(
      RuleSet rules,
      @Nullable RuleSet shadows,
      String knowledge,
      @Nullable Scorer scorer,
      Tick settled) {
    this.rules = rules;
    this.shadows = shadows;
    this.knowledge = knowledge;
    this.scorer = scorer;
    this.settled = settled;
  }

  @Override
  public String version() {
    return rules.version();
  }

  @Override
  public long lookbackMillis() {
    long lookback = rules.lookbackMillis();
    if (shadows != null) {
      lookback = Math.max(lookback, shadows.lookbackMillis());
    }
    return scorer == null ? lookback : Math.max(lookback, MODEL_LOOKBACK_MILLIS);
  }

  @Override
  public Content content() {
    return new Content(knowledge, count(RuleStatus.ACTIVE), count(RuleStatus.SHADOW));
  }

  private int count(RuleStatus status) {
    return (int) rules.rules().stream().filter(rule -> rule.status() == status).count();
  }

  @Override
  public void takeJudged(ObjLongConsumer<String> to) {
    rules.takeJudged(to);
    if (shadows != null) {
      shadows.takeJudged(to);
    }
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
    settled.one();
    return both(set -> set.judgeSettlement(settlement));
  }

  @Override
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    List<Finding> findings = new ArrayList<>(both(set -> set.judgeEncounter(encounter, all)));
    if (scorer != null) {
      findings.addAll(scorer.score(encounter, all));
    }
    return findings;
  }

  @Override
  public List<Finding> pack(PackSales sales) {
    return both(set -> set.judgePack(sales));
  }

  @Override
  public List<Finding> doctorDay(DoctorDay day) {
    return both(set -> set.judgeDoctorDay(day));
  }

  @Override
  public List<Finding> institutionDay(InstitutionDay day) {
    return both(set -> set.judgeInstitutionDay(day));
  }

  @Override
  public List<Finding> institutionMonth(InstitutionMonth month) {
    return both(set -> set.judgeInstitutionMonth(month));
  }

  private List<Finding> both(Function<RuleSet, List<Finding>> judged) {
    List<Finding> findings = judged.apply(rules);
    if (shadows == null) {
      return findings;
    }
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(judged.apply(shadows));
    return all;
  }
}

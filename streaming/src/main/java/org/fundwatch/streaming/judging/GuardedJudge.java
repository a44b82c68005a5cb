package org.fundwatch.streaming.judging;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;

/**
 * A judge whose exceptions are reported instead of thrown: an event that upsets a rule or a model
 * is an outcome that is counted, never an event that is lost or a job that stops.
 */
final class GuardedJudge implements Judge {

  private final Judge judge;
  private final Consumer<RuleFailure> failures;

  GuardedJudge(Judge judge, Consumer<RuleFailure> failures) {
    this.judge = judge;
    this.failures = failures;
  }

  @Override
  public String version() {
    return judge.version();
  }

  @Override
  public long lookbackMillis() {
    return judge.lookbackMillis();
  }

  @Override
  public Content content() {
    return judge.content();
  }

  @Override
  public void takeJudged(ObjLongConsumer<String> to) {
    judge.takeJudged(to);
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
    return guard("SETTLEMENT:" + settlement.settlementId(), () -> judge.settlement(settlement));
  }

  @Override
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    return guard("ENCOUNTER:" + encounter.id(), () -> judge.encounter(encounter, all));
  }

  @Override
  public List<Finding> pack(PackSales sales) {
    return guard("TRACE_CODE:" + sales.code(), () -> judge.pack(sales));
  }

  @Override
  public List<Finding> doctorDay(DoctorDay day) {
    return guard("DOCTOR:" + day.doctor(), () -> judge.doctorDay(day));
  }

  @Override
  public List<Finding> institutionDay(InstitutionDay day) {
    return guard("INSTITUTION:" + day.institution().code(), () -> judge.institutionDay(day));
  }

  @Override
  public List<Finding> institutionMonth(InstitutionMonth month) {
    return guard("INSTITUTION:" + month.institution().code(), () -> judge.institutionMonth(month));
  }

  // The exception's own text may quote values: only its type is passed on.
  private List<Finding> guard(String subject, Supplier<List<Finding>> judged) {
    try {
      return judged.get();
    } catch (RuntimeException e) {
      failures.accept(new RuleFailure("*", subject, e.getClass().getSimpleName()));
      return List.of();
    }
  }
}

package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.streaming.judging.Judge;

/**
 * Judges a clean world all at once, without state, changes or differences: what must come out in
 * the end, whatever the order.
 */
public final class Oracle {

  private final Judge judge;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final SortedMap<String, List<PackSale>> packs = new TreeMap<>();

  private Oracle(Judge judge) {
    this.judge = judge;
  }

  /** The findings that must hold, by alert id. */
  public static SortedMap<String, List<Finding>> alerts(
      List<SettlementEvent> clean, byte[] personKey, Judge judge) {
    Oracle oracle = new Oracle(judge);
    PersonTokens tokens = new PersonTokens(personKey);
    clean.stream()
        .map(event -> event.withToken(tokens.token(event.settlement().person().id())))
        .collect(Collectors.groupingBy(event -> event.settlement().person().id()))
        .values()
        .forEach(oracle::person);
    oracle.days();
    oracle.months();
    oracle.packs.forEach(
        (code, sales) -> {
          sales.sort(
              Comparator.comparingLong(PackSale::soldMillis)
                  .thenComparing(sale -> sale.visit().settlementId()));
          oracle.findings.addAll(judge.pack(new PackSales(code, sales)));
        });
    return oracle.findings.stream()
        .sorted(Comparator.comparing(Finding::id))
        .collect(
            Collectors.groupingBy(
                finding -> FindingIds.alert(finding.subject()), TreeMap::new, Collectors.toList()));
  }

  private void person(List<SettlementEvent> events) {
    PersonHistory history = PersonHistory.EMPTY;
    for (SettlementEvent event : events) {
      history = history.with(event);
    }
    Timeline timeline = history.timeline();
    for (Encounter encounter : timeline.encounters()) {
      findings.addAll(judge.encounter(encounter, timeline));
    }
    SortedMap<String, SettlementFact> standing = history.standing();
    for (String id : standing.keySet()) {
      Visit visit = Visit.of(standing.get(id));
      visits.add(visit);
      SettlementEvent lines = withLines(events, id);
      findings.addAll(judge.settlement(lines.settlement()));
      for (TraceCode trace : lines.settlement().traceCodes()) {
        packs
            .computeIfAbsent(trace.code(), code -> new ArrayList<>())
            .add(sale(visit.withoutCare(), lines, trace));
      }
    }
  }

  private void days() {
    visits.sort(
        Comparator.comparingLong(Visit::settledMillis)
            .thenComparing(Visit::settlementId)
            .thenComparing(Visit::person));
    by(Visit::doctor)
        .forEach(
            (key, day) ->
                findings.addAll(
                    judge.doctorDay(new DoctorDay(day.get(0).doctor(), day(day.get(0)), day))));
    by(visit -> visit.institution().code())
        .forEach(
            (key, day) ->
                findings.addAll(
                    judge.institutionDay(
                        new InstitutionDay(day.get(0).institution(), day(day.get(0)), day))));
  }

  private void months() {
    Map<String, TreeMap<Integer, List<Visit>>> byInstitution = new TreeMap<>();
    for (Visit visit : visits) {
      byInstitution
          .computeIfAbsent(visit.institution().code(), code -> new TreeMap<>())
          .computeIfAbsent(
              InstitutionMonth.monthOf(visit.settledMillis()), month -> new ArrayList<>())
          .add(visit);
    }
    byInstitution
        .values()
        .forEach(
            months ->
                months.forEach(
                    (month, own) ->
                        findings.addAll(
                            judge.institutionMonth(
                                new InstitutionMonth(
                                    own.get(0).institution(),
                                    month,
                                    own,
                                    months.getOrDefault(month - 1, List.of()))))));
  }

  private Map<String, List<Visit>> by(Function<Visit, String> owner) {
    return visits.stream()
        .collect(Collectors.groupingBy(visit -> owner.apply(visit) + '/' + day(visit)));
  }

  // A settlement list that brings lines speaks for its settlement.
  private static SettlementEvent withLines(List<SettlementEvent> events, String id) {
    SettlementEvent speaker = null;
    for (SettlementEvent event : events) {
      boolean list = event.kind() == EventKind.AMENDED;
      if (event.settlement().settlementId().equals(id)
          && (speaker == null || (list && !event.settlement().lines().isEmpty()))) {
        speaker = event;
      }
    }
    return speaker;
  }

  private static PackSale sale(Visit visit, SettlementEvent event, TraceCode trace) {
    long amount = 0;
    for (FeeLine line : event.settlement().lines()) {
      amount += line.item().equals(trace.item()) ? line.amountFen() : 0;
    }
    return new PackSale(
        visit,
        event.messageId(),
        trace.item(),
        trace.split(),
        trace.countE4(),
        trace.soldMillis(),
        amount);
  }

  private static int day(Visit visit) {
    return (int) ShanghaiTime.epochDay(visit.settledMillis());
  }
}

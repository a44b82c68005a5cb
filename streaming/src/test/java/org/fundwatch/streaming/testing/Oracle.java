package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
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
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.streaming.judging.Judge;
import org.jspecify.annotations.Nullable;

/**
 * Judges a clean world all at once, without state, changes or differences: what must come out in
 * the end, whatever the order. It picks the statements that count by itself, so that of the job's
 * own code it shares only how a list corrects a settlement and how parts make an encounter, and the
 * judge.
 */
public final class Oracle {

  private static final Comparator<SettlementEvent> BY_SENDING =
      Comparator.comparingLong(SettlementEvent::sentMillis)
          .thenComparing(SettlementEvent::messageId);

  private final Judge judge;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final SortedMap<String, List<PackSale>> packs = new TreeMap<>();

  private Oracle(Judge judge) {
    this.judge = judge;
  }

  /** What must be said in the end, by alert id. */
  public static SortedMap<String, Verdict> verdicts(
      List<SettlementEvent> clean, byte[] personKey, Judge judge) {
    Oracle oracle = new Oracle(judge);
    tokenised(clean, personKey).stream()
        .collect(Collectors.groupingBy(event -> event.settlement().person().id()))
        .values()
        .forEach(oracle::person);
    oracle.days();
    oracle.months();
    oracle.packs();
    List<Finding> outages =
        oracle.findings.stream().filter(one -> DataGate.ofDays(one).isPresent()).toList();
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    oracle.findings.stream()
        .collect(Collectors.groupingBy(finding -> FindingIds.alert(finding.subject())))
        .forEach((id, said) -> verdicts.put(id, Verdict.of(said, outages)));
    return verdicts;
  }

  /** The events as they are behind the intake. */
  public static List<SettlementEvent> tokenised(List<SettlementEvent> events, byte[] personKey) {
    PersonTokens tokens = new PersonTokens(personKey);
    return events.stream()
        .map(event -> event.withToken(tokens.token(event.settlement().person().id())))
        .toList();
  }

  private void person(List<SettlementEvent> events) {
    SortedMap<String, SettlementEvent> settled = new TreeMap<>();
    SortedMap<String, SettlementEvent> lists = new TreeMap<>();
    SortedMap<String, SettlementEvent> ofPacks = new TreeMap<>();
    for (SettlementEvent event : events.stream().sorted(BY_SENDING).toList()) {
      if (event.kind() == EventKind.PACKS) {
        ofPacks.put(event.messageId(), event);
        continue;
      }
      (event.kind() == EventKind.AMENDED ? lists : settled)
          .put(event.settlement().settlementId(), event);
    }
    PersonHistory history = PersonHistory.EMPTY;
    for (SettlementEvent event : settled.values()) {
      history = history.with(event);
    }
    for (SettlementEvent event : lists.values()) {
      history = history.with(event);
    }
    Timeline timeline = history.timeline();
    SortedMap<String, Finding> said = new TreeMap<>();
    timeline.encounters().stream()
        .sorted(Comparator.comparing(Encounter::id))
        .forEach(
            encounter -> {
              for (String id : encounter.settlementIds()) {
                Settlement lines = teller(settled.get(id), lists.get(id)).settlement();
                judge.settlement(lines).forEach(one -> said.putIfAbsent(one.id(), one));
              }
              judge.encounter(encounter, timeline).forEach(one -> said.putIfAbsent(one.id(), one));
            });
    findings.addAll(said.values());
    SortedMap<String, SettlementFact> standing = history.standing();
    for (String id : standing.keySet()) {
      Visit visit = Visit.of(standing.get(id));
      visits.add(visit);
      sold(visit, teller(settled.get(id), lists.get(id)));
      for (SettlementEvent event : ofPacks.values()) {
        if (event.settlement().settlementId().equals(id)) {
          sold(visit, event);
        }
      }
    }
  }

  // A settlement list that brings lines speaks for its settlement.
  private static SettlementEvent teller(SettlementEvent settled, @Nullable SettlementEvent list) {
    return list == null || list.settlement().lines().isEmpty() ? settled : list;
  }

  private void sold(Visit visit, SettlementEvent event) {
    for (TraceCode trace : new LinkedHashSet<>(event.settlement().traceCodes())) {
      packs
          .computeIfAbsent(trace.code(), code -> new ArrayList<>())
          .add(sale(visit.withoutCare(), event, trace));
    }
  }

  private void packs() {
    packs.forEach(
        (code, sales) -> {
          sales.sort(
              Comparator.comparingLong(PackSale::soldMillis)
                  .thenComparing(sale -> sale.visit().settlementId())
                  .thenComparing(PackSale::messageId));
          findings.addAll(judge.pack(new PackSales(code, sales)));
        });
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
                        new InstitutionDay(
                            day.get(day.size() - 1).institution(), day(day.get(0)), day))));
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
                                    own.get(own.size() - 1).institution(),
                                    month,
                                    own,
                                    months.getOrDefault(month - 1, List.of()))))));
  }

  private Map<String, List<Visit>> by(Function<Visit, String> owner) {
    return visits.stream()
        .collect(Collectors.groupingBy(visit -> owner.apply(visit) + '/' + day(visit)));
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

package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.domain.timeline.Timeline;

/** A few events as the desks of the stream would see them in the end. */
public final class EventFacts {

  private static final Comparator<Visit> BY_TIME =
      Comparator.comparingLong(Visit::settledMillis).thenComparing(Visit::settlementId);

  private final Map<String, PersonHistory> histories = new LinkedHashMap<>();
  // The last message with lines of each settlement: its list where that brings lines.
  private final Map<String, SettlementEvent> tellers = new HashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private final Map<String, List<PackSale>> sales = new TreeMap<>();

  private EventFacts() {}

  /** The facts of each person, and last those of doctors, institutions and packs. */
  public static List<Facts> of(List<SettlementEvent> events) {
    EventFacts all = new EventFacts();
    events.forEach(all::add);
    List<Facts> facts = new ArrayList<>();
    all.histories.values().forEach(history -> facts.add(all.ofPerson(history)));
    facts.add(all.ofDesks());
    return facts;
  }

  private void add(SettlementEvent event) {
    Settlement settlement = event.settlement();
    histories.merge(
        settlement.person().id(),
        PersonHistory.EMPTY.with(event),
        (known, one) -> known.with(event));
    if (event.kind() != EventKind.REVERSED
        && event.kind() != EventKind.PACKS
        && !(event.kind() == EventKind.AMENDED && settlement.lines().isEmpty())) {
      tellers.merge(settlement.settlementId(), event, EventFacts::teller);
    }
  }

  private static SettlementEvent teller(SettlementEvent known, SettlementEvent other) {
    boolean list = other.kind() == EventKind.AMENDED;
    if (list != (known.kind() == EventKind.AMENDED)) {
      return list ? other : known;
    }
    return other.sentMillis() >= known.sentMillis() ? other : known;
  }

  private Facts ofPerson(PersonHistory history) {
    List<Settlement> settlements = new ArrayList<>();
    for (SettlementFact fact : history.standing().values()) {
      SettlementEvent teller = tellers.get(fact.head().settlementId());
      if (teller != null) {
        Visit visit = Visit.of(fact);
        settlements.add(teller.settlement());
        visits.add(visit);
        teller.settlement().traceCodes().forEach(trace -> add(trace, visit, teller));
      }
    }
    return new Facts(settlements, history.timeline(), List.of(), List.of(), List.of(), List.of());
  }

  private void add(TraceCode trace, Visit visit, SettlementEvent teller) {
    long charged =
        teller.settlement().lines().stream()
            .filter(line -> line.item().equals(trace.item()))
            .mapToLong(FeeLine::amountFen)
            .sum();
    sales
        .computeIfAbsent(trace.code(), code -> new ArrayList<>())
        .add(
            new PackSale(
                visit.withoutCare(),
                teller.messageId(),
                trace.item(),
                trace.split(),
                trace.countE4(),
                trace.soldMillis(),
                charged));
  }

  private Facts ofDesks() {
    visits.sort(BY_TIME);
    List<PackSales> packs = new ArrayList<>();
    sales.forEach(
        (code, list) -> {
          list.sort(Comparator.comparingLong(PackSale::soldMillis));
          packs.add(new PackSales(code, list));
        });
    List<DoctorDay> doctorDays = new ArrayList<>();
    days(Visit::doctor)
        .forEach((key, list) -> doctorDays.add(new DoctorDay(key.owner(), key.time(), list)));
    List<InstitutionDay> institutionDays = new ArrayList<>();
    days(visit -> visit.institution().code())
        .forEach(
            (key, list) ->
                institutionDays.add(
                    new InstitutionDay(list.get(0).institution(), key.time(), list)));
    return new Facts(
        List.of(), new Timeline(List.of()), packs, doctorDays, institutionDays, months());
  }

  private Map<Key, List<Visit>> days(Function<Visit, String> owner) {
    return grouped(owner, visit -> (int) ShanghaiTime.epochDay(visit.settledMillis()));
  }

  private List<InstitutionMonth> months() {
    Map<Key, List<Visit>> byMonth =
        grouped(
            visit -> visit.institution().code(),
            visit -> InstitutionMonth.monthOf(visit.settledMillis()));
    List<InstitutionMonth> months = new ArrayList<>();
    byMonth.forEach(
        (key, list) ->
            months.add(
                new InstitutionMonth(
                    list.get(0).institution(),
                    key.time(),
                    list,
                    byMonth.getOrDefault(new Key(key.owner(), key.time() - 1), List.of()))));
    return months;
  }

  private Map<Key, List<Visit>> grouped(
      Function<Visit, String> owner, Function<Visit, Integer> time) {
    Map<Key, List<Visit>> groups = new LinkedHashMap<>();
    for (Visit visit : visits) {
      if (!owner.apply(visit).isEmpty()) {
        groups
            .computeIfAbsent(
                new Key(owner.apply(visit), time.apply(visit)), key -> new ArrayList<>())
            .add(visit);
      }
    }
    return groups;
  }

  private record Key(String owner, int time) {}
}

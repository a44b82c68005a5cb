package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundwatch.domain.desk.Care;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.source.YamlValue;

/** Builds the facts of a case, through the same history that the stream keeps. */
final class FactsBuilder {

  private final Map<String, YamlValue> fields;
  private final Optional<YamlValue> defaults;

  FactsBuilder(Map<String, YamlValue> fields, Optional<YamlValue> defaults) {
    this.fields = fields;
    this.defaults = defaults;
  }

  Facts build() {
    Person person = person();
    List<Settlement> settlements = new ArrayList<>();
    for (YamlValue stay : list("stays")) {
      settlements.addAll(new SettlementCase(stay, defaults, person, true).build());
    }
    for (YamlValue visit : list("visits")) {
      settlements.addAll(new SettlementCase(visit, defaults, person, false).build());
    }
    PersonHistory history = PersonHistory.EMPTY;
    for (Settlement settlement : settlements) {
      history =
          history.with(
              new SettlementEvent(
                  SettlementEvent.SCHEMA,
                  settlement.midStay() ? EventKind.MID_STAY : EventKind.SETTLED,
                  settlement.stay() == null ? "2207" : "2304",
                  "M" + settlement.settlementId(),
                  settlement.settledMillis(),
                  "",
                  settlement,
                  Map.of()));
    }
    List<Visit> day = VisitRows.read(list("days"), defaults);
    return new Facts(
        settlements,
        history.timeline(),
        packs(),
        day.isEmpty() || day.get(0).doctor().isEmpty()
            ? List.of()
            : List.of(new DoctorDay(day.get(0).doctor(), dayOf(day), day)),
        day.isEmpty()
            ? List.of()
            : List.of(new InstitutionDay(day.get(0).institution(), dayOf(day), day)),
        months());
  }

  private Person person() {
    Map<String, YamlValue> person =
        Optional.ofNullable(fields.get("person"))
            .map(
                value ->
                    value.entries(java.util.Set.of(), java.util.Set.of("sex", "born", "token")))
            .orElse(Map.of());
    YamlValue sex = person.get("sex");
    YamlValue born = person.get("born");
    Gender gender =
        sex == null
            ? Gender.FEMALE
            : Map.of("F", Gender.FEMALE, "M", Gender.MALE, "unknown", Gender.UNKNOWN)
                .getOrDefault(sex.oneOf(List.of("F", "M", "unknown")), Gender.UNKNOWN);
    int birth =
        born == null
            ? (int) ShanghaiTime.parseDate("1960-05-17")
            : born.epochDay(Integer.MIN_VALUE);
    YamlValue token = person.get("token");
    return new Person(
        token == null ? "TPERSON" : token.text(),
        "",
        "",
        "",
        gender,
        birth == Integer.MIN_VALUE ? null : birth,
        "1201");
  }

  private List<PackSales> packs() {
    Map<String, List<PackSale>> byCode = new HashMap<>();
    for (YamlValue value : list("sales")) {
      Reading sale =
          new Reading(
              value,
              defaults,
              List.of(
                  "code", "at", "at-hospital", "person", "split", "count", "amount", "settlement"));
      String settlement =
          sale.text("settlement", "S" + byCode.values().stream().mapToInt(List::size).sum());
      long at = sale.moment("at", "2026-03-02T09:00");
      Visit visit =
          new Visit(
              settlement,
              "E" + settlement,
              sale.text("person", "TPERSON"),
              institution(sale.text("at-hospital", "P32010000001")),
              "",
              "41",
              "310",
              at,
              sale.fen("amount", 4200),
              sale.fen("amount", 4200),
              Care.NONE);
      byCode
          .computeIfAbsent(sale.text("code", "81234560123456789012"), code -> new ArrayList<>())
          .add(
              new PackSale(
                  visit,
                  "M" + settlement,
                  "XC08CAA264A001010100264",
                  sale.text("split", "false").equals("true"),
                  sale.whole("count", 1) * 10_000,
                  at,
                  sale.fen("amount", 4200)));
    }
    List<PackSales> packs = new ArrayList<>();
    byCode.forEach(
        (code, sales) -> {
          sales.sort(Comparator.comparingLong(PackSale::soldMillis));
          packs.add(new PackSales(code, sales));
        });
    return packs;
  }

  // The month of the last settlement, with the month before.
  private List<InstitutionMonth> months() {
    List<Visit> visits = VisitRows.read(list("months"), defaults);
    if (visits.isEmpty()) {
      return List.of();
    }
    Visit last = visits.get(visits.size() - 1);
    int month = InstitutionMonth.monthOf(last.settledMillis());
    return List.of(
        new InstitutionMonth(last.institution(), month, of(visits, month), of(visits, month - 1)));
  }

  private static List<Visit> of(List<Visit> visits, int month) {
    return visits.stream()
        .filter(visit -> InstitutionMonth.monthOf(visit.settledMillis()) == month)
        .toList();
  }

  private static int dayOf(List<Visit> visits) {
    return (int) ShanghaiTime.epochDay(visits.get(0).settledMillis());
  }

  /** An invented institution of a code. */
  static Institution institution(String code) {
    return new Institution(
        code, (code.startsWith("P") ? "示例药店" : "示例医院") + code.substring(9), "05", "320100");
  }

  private List<YamlValue> list(String field) {
    return Optional.ofNullable(fields.get(field)).map(YamlValue::elements).orElse(List.of());
  }
}

package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.OperationEntry;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.time.ShanghaiTime;

/** Turns a planned stay into what an honest ward charges for it. */
final class Treatment {

  private static final int MONITORED_DAYS = 2;
  private static final int CHRONIC_DRUG_DAYS = 28;
  private static final int TESTS_PERCENT = 20;
  private static final int THERAPY_PERCENT = 6;
  private static final int GROWN_UP = 18;

  private final Catalogue catalogue;
  private final HospitalStay stay;
  private final Rng rng;
  private final List<Charge> charges = new ArrayList<>();
  private final Map<Integer, Set<Item>> charged = new HashMap<>();
  private final Set<Integer> infusions = new HashSet<>();
  private final List<Item> followUp;
  private final List<Item> furtherTests;
  private long totalFen;

  Treatment(Catalogue catalogue, HospitalStay stay) {
    this.catalogue = catalogue;
    this.stay = stay;
    this.rng = stay.rng;
    followUp =
        catalogue.items("Liver function", "Renal function", "Electrolytes", "C-reactive protein");
    furtherTests =
        catalogue.items(
            "Colour ultrasound of abdomen",
            "Thyroid function",
            "Echocardiography",
            "Hepatitis B panel",
            "CEA",
            "Blood lipids",
            "Ferritin",
            "Ultrasound of neck vessels");
  }

  /** Days of nursing level 1 at the beginning; level 2 follows. */
  static int firstLevelDays(HospitalStay stay) {
    if (stay.regime != HospitalStay.Regime.FULL) {
      return 0;
    }
    return stay.operations.isEmpty() ? (stay.facility.tier() == 3 ? 2 : 1) : 3;
  }

  List<Charge> charges() {
    presence();
    if (stay.regime != HospitalStay.Regime.PRESENCE) {
      admissionTests();
      diagnosisCare(stay.main, true);
      for (String other : stay.others) {
        if (!stay.untreated.contains(other)) {
          diagnosisCare(other, false);
        }
      }
      stay.operations.forEach(this::operation);
      dailyCare();
      infusionSets();
      if (stay.costFactor > 0) {
        fill();
      }
    }
    return charges;
  }

  // Bed, consultation and nursing count the day of admission and not that of discharge.
  private void presence() {
    boolean newborn = stay.newbornDays > 0;
    int last = Math.max(1, stay.days) + stay.presenceBeyond;
    for (int day = 0; day < last; day++) {
      if (stay.leave.contains(day)) {
        continue;
      }
      boolean beyond = day >= Math.max(1, stay.days);
      int hour = day == 0 ? 12 : 8;
      Item nursing =
          newborn
              ? catalogue.item("Newborn nursing")
              : catalogue.item(day < firstLevelDays(stay) ? "Nursing level 1" : "Nursing level 2");
      for (Item item :
          List.of(catalogue.item("Ward bed"), catalogue.item("Inpatient consultation"), nursing)) {
        charges.add(new Charge(item, Draft.ONE, stay.moment(day, hour), false, beyond));
        totalFen += item.priceFen();
      }
    }
  }

  private void admissionTests() {
    for (Item item :
        catalogue.items(
            "Blood count five part",
            "Urinalysis",
            "Liver function",
            "Renal function",
            "Electrolytes",
            "Glucose",
            "Coagulation",
            "Electrocardiogram")) {
      once(item, 0, 10);
    }
    if (stay.days >= 6) {
      once(catalogue.item("Blood count five part"), stay.days - 2, 9);
    }
  }

  private void diagnosisCare(String code, boolean main) {
    for (Catalogue.Care care : catalogue.care(code)) {
      List<Item> fitting = care.items().stream().filter(this::possible).toList();
      if (fitting.isEmpty()) {
        continue;
      }
      switch (care.aspect()) {
        case "drug" -> drug(pick(fitting), main);
        case "therapy" -> therapy(pick(fitting));
        default -> {
          once(pick(fitting), 0, 14);
          if (main && stay.days > 5) {
            once(pick(fitting), Math.min(4, stay.days - 1), 9);
          }
        }
      }
    }
  }

  // The usual choice stands first in the table.
  private Item pick(List<Item> fitting) {
    return rng.chance(.6) ? fitting.get(0) : rng.pick(fitting);
  }

  private boolean possible(Item item) {
    boolean oralOnly = stay.regime == HospitalStay.Regime.ORAL;
    boolean drug = item.packedDrug();
    return item.limits().allow(stay.citizen.person().gender(), stay.citizen.age())
        && !item.tags().contains("surgery")
        && !(oralOnly && drug && !item.route().equals("oral"))
        && !(item.tags().contains("dialysis") && !stay.operations.contains("39.9500"));
  }

  private void drug(Item item, boolean main) {
    boolean infused = item.route().equals("iv");
    long count =
        item.supplyDays() > 0
            ? Math.max(Draft.ONE / 10, Draft.ONE / Math.min(CHRONIC_DRUG_DAYS, item.supplyDays()))
            : Draft.ONE * (main ? rng.between(1, 2) : 1);
    boolean costly = item.priceFen() > 30_000;
    int until = costly ? Math.min(2, stay.days) : stay.days;
    for (int day = 0; day < Math.max(1, until); day++) {
      if (add(item, count, day, 9) && infused) {
        infusions.add(day);
      }
    }
  }

  private void therapy(Item item) {
    boolean hourly = item.unit().equals("小时");
    boolean once = item.priceFen() > 30_000;
    for (int day = 0; day < (once ? 1 : Math.max(1, stay.days)); day++) {
      int hours = item.tags().contains("ventilator") ? 12 : rng.between(6, 10);
      add(item, (hourly ? hours : 1) * Draft.ONE, day, 13);
    }
  }

  private void operation(String code) {
    OperationEntry entry = catalogue.reference().operation(code).orElseThrow();
    Item item = catalogue.reference().item(entry.item()).orElseThrow();
    int day = stay.operationDay() - stay.admissionDay;
    if (code.equals("39.9500")) {
      for (int session = 0; session < Math.max(1, stay.days); session += 3) {
        add(item, Draft.ONE, session, 13);
        add(catalogue.item("Dialyser"), Draft.ONE, session, 13);
      }
      return;
    }
    if (item.tags().contains("ventilator")) {
      int left = stay.ventilatorHours;
      for (int at = 0; left > 0 && at < stay.days; at++) {
        int hours = Math.min(left, at == 0 ? 11 : 24);
        add(item, hours * Draft.ONE, at, 13);
        left -= hours;
      }
      return;
    }
    if (item.tags().contains("rehab")) {
      for (int at = 0; at < stay.days; at++) {
        add(item, Draft.ONE, at, 15);
      }
      return;
    }
    Surgery.itemsOf(code).forEach(name -> add(catalogue.item(name), Draft.ONE, day, 10));
    add(item, Draft.ONE, day, 10);
    if (entry.surgery()) {
      add(catalogue.item("Surgical pack"), Draft.ONE, day, 10);
      once(catalogue.item("Infection screen before surgery"), 0, 10);
      add(catalogue.item("Cardiac monitoring"), 12 * Draft.ONE, day, 12);
      drugOn(catalogue.item("Cefuroxime"), day);
      for (int at = day + 1; at < stay.days; at += 2) {
        add(catalogue.item("Wound dressing"), Draft.ONE, at, 9);
      }
    }
  }

  private void drugOn(Item item, int day) {
    if (add(item, 2 * Draft.ONE, day, 8)) {
      infusions.add(day);
    }
  }

  // Every day something is done for an inpatient; on a quiet day it is a check and a drip.
  private void dailyCare() {
    boolean oralOnly = stay.regime == HospitalStay.Regime.ORAL;
    for (int day = 0; day < stay.days; day++) {
      boolean active =
          charged.getOrDefault(day, Set.of()).stream().anyMatch(i -> !i.category().equals("07"));
      if (!active && oralOnly) {
        add(catalogue.item("Glucose"), Draft.ONE, day, 7);
      } else if (!active) {
        drugOn(catalogue.item("Multivitamins injection"), day);
      }
    }
    if (!oralOnly && stay.facility.tier() > 1 && stay.operations.isEmpty()) {
      for (int day = 0; day < Math.min(MONITORED_DAYS, stay.days); day++) {
        add(catalogue.item("Cardiac monitoring"), (day == 0 ? 11 : 24) * Draft.ONE, day, 13);
      }
    }
  }

  private void infusionSets() {
    for (int day : infusions) {
      add(catalogue.item("Intravenous infusion"), 2 * Draft.ONE, day, 9);
      add(catalogue.item("Infusion set"), Draft.ONE, day, 9);
      add(catalogue.item("Sodium chloride 250 ml"), 2 * Draft.ONE, day, 9);
    }
  }

  // Wards of the same group differ in supportive drugs and material more than in anything else.
  private void fill() {
    long wanted =
        (long)
            (catalogue.grouper().group(stay.coded()).map(Grouping::standardFen).orElse(300_000L)
                * stay.costFactor);
    boolean oralOnly = stay.regime == HospitalStay.Regime.ORAL;
    tests(wanted * TESTS_PERCENT / 100);
    if (stay.citizen.age() >= GROWN_UP && !stay.department.startsWith("A05")) {
      daily(catalogue.item("Tuina massage"), 1, wanted * THERAPY_PERCENT / 100);
      daily(catalogue.item("Low frequency pulse therapy"), 4, wanted * THERAPY_PERCENT / 100);
    }
    List<Item> supportive =
        catalogue.items(
            "Surgical pack",
            "Thymalfasin",
            "Multivitamins injection",
            "Drain",
            "Shenmai injection");
    for (int i = 0; i < supportive.size() && !oralOnly; i++) {
      Item item = supportive.get((i + stay.number) % supportive.size());
      daily(item, 4, (wanted - totalFen) / (supportive.size() - i));
    }
  }

  // Whoever has an expensive stay is tested more often.
  private void tests(long budgetFen) {
    long limit = totalFen + budgetFen;
    for (int day = 1; day < stay.days; day++) {
      List<Item> due = day % 2 == 1 ? followUp : furtherTests;
      for (int i = 0; i < due.size() && totalFen < limit; i++) {
        once(due.get((i + day / 2 * 3) % due.size()), day, 8);
      }
    }
  }

  private void daily(Item item, int most, long budgetFen) {
    int days = Math.max(1, stay.days);
    long count = Math.min(most, Math.round((double) budgetFen / days / item.priceFen()));
    for (int day = 0; count > 0 && day < days; day++) {
      add(item, count * Draft.ONE, day, 16);
    }
  }

  private void once(Item item, int day, int hour) {
    if (possible(item)) {
      add(item, Draft.ONE, day, hour);
    }
  }

  /** Charges an item on a day unless that day already has it, or one that includes it. */
  private boolean add(Item item, long countE4, int day, int hour) {
    if (stay.idle.contains(day) || stay.leave.contains(day)) {
      return false;
    }
    Set<Item> today = charged.computeIfAbsent(day, key -> new HashSet<>());
    boolean covered =
        today.stream()
            .anyMatch(
                other ->
                    other.includes().contains(item.code())
                        || item.includes().contains(other.code()));
    if (covered || !today.add(item)) {
      return false;
    }
    long at = stay.moment(day, hour);
    boolean tooEarly = day == 0 && at < stay.admission;
    long millis = tooEarly ? stay.admission + Schedule.HOUR : at;
    if (ShanghaiTime.epochDay(millis) > stay.dischargeDay()) {
      return false;
    }
    boolean refunded = rng.chance(.01) && countE4 <= 2 * Draft.ONE && day > 0 && hour == 16;
    charges.add(new Charge(item, countE4, millis, refunded, false));
    totalFen += item.priceFen() * countE4 / Draft.ONE;
    return true;
  }
}

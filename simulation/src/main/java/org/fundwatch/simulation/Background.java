package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.DiagnosisEntry;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Settlement;

/** Everyday life: visits, refills, purchases and the stays of people who are ill. Thread-safe. */
final class Background {

  private static final double ACUTE = 1.36;
  private static final double EMERGENCY = .08;
  private static final double COUNTER = 1.25;
  private static final int BETWEEN_STAYS = 60;
  private static final int LAST_NUMBER = Stage.FIRST_NUMBER - 1;
  private static final double BY_HAND = .006;
  private static final double GRAVE = .12;
  private static final double COMPLICATED = .33;

  private final Setting setting;
  private final CaseTable stays = new CaseTable("stays.csv");
  private final List<DiagnosisEntry> grave;
  private final List<DiagnosisEntry> complications;
  private final List<DiagnosisEntry> chronic;

  Background(Setting setting) {
    this.setting = setting;
    grave = among(Complication.MCC, List.of("J96.000", "I50.101", "A41.900", "N17.900", "E43.x00"));
    complications =
        among(
            Complication.CC,
            List.of("E87.600", "D64.902", "E46.x00", "N39.000", "I48.000", "E87.102", "I80.201"));
    chronic =
        among(
            Complication.NONE,
            List.of(
                "I10.x00x002",
                "E11.900",
                "E78.500",
                "K29.500",
                "M47.801",
                "I25.103",
                "K21.001",
                "M10.900",
                "E03.900",
                "I67.800x003",
                "G47.000x001",
                "D50.900"));
  }

  private List<DiagnosisEntry> among(Complication wanted, List<String> codes) {
    return codes.stream()
        .map(code -> setting.catalogue().reference().diagnosis(code).orElseThrow())
        .filter(entry -> entry.complication() == wanted)
        .toList();
  }

  /**
   * A person's life.
   *
   * @param reserved days, first and last, that a case keeps for itself; a person with a case has no
   *     other stay
   */
  List<Plan> life(int person, List<int[]> reserved, boolean hasCase) {
    Citizen citizen = setting.population().citizen(person);
    Rng rng = Rng.of(setting.seed(), person, 4);
    Mail mail = new Mail(person, 0);
    double years = setting.schedule().days() / 365.0;
    List<int[]> away = new ArrayList<>(reserved);
    Counter number = new Counter();
    if (!hasCase) {
      int wanted = rng.poisson(stayRate(citizen) * years);
      for (int i = 0; i < wanted; i++) {
        stay(citizen, rng, mail, number, away);
      }
    }
    refills(citizen, rng, mail, number, away);
    visits(citizen, rng, mail, number, away, rng.poisson(ACUTE * years), false);
    visits(citizen, rng, mail, number, away, rng.poisson(EMERGENCY * years), true);
    counter(citizen, rng, mail, number, away, rng.poisson(COUNTER * years));
    return mail.plans();
  }

  /** Numbers a person's encounters. */
  private static final class Counter {
    private int next;

    int next() {
      return next++;
    }

    boolean exhausted() {
      return next >= LAST_NUMBER;
    }
  }

  private static double stayRate(Citizen citizen) {
    int age = citizen.age();
    double rate = age < 7 ? .10 : age < 18 ? .04 : age < 45 ? .055 : age < 60 ? .10 : .25;
    return citizen.employee() ? rate * .95 : rate;
  }

  private void stay(Citizen citizen, Rng rng, Mail mail, Counter number, List<int[]> away) {
    long key = rng.next();
    int day = setting.schedule().day(rng, false);
    CaseTable.Row row = stays.pick(rng, citizen);
    int days = length(rng, Integer.parseInt(row.rest().get(1)));
    int begin = day - days;
    if (number.exhausted() || !free(away, begin - BETWEEN_STAYS, day + BETWEEN_STAYS)) {
      return;
    }
    away.add(new int[] {begin, day});
    int own = number.next();
    String tiers = row.rest().get(0);
    int tier = tier(rng, tiers);
    Facility facility = setting.world().hospital(rng, citizen.region(), tier);
    HospitalStay once = stay(citizen, facility, row, own, begin, days, key);
    mail.naturally(
        rng,
        () -> settle(stay(citizen, facility, row, own, begin, days, key)),
        once.fileClosed(),
        true);
  }

  private Settlement settle(HospitalStay stay) {
    return stay.settle(setting.catalogue()).settlement();
  }

  // Larger hospitals take more of what they can take.
  private static int tier(Rng rng, String tiers) {
    double u = rng.real();
    int wanted = u < .10 ? 1 : u < .36 ? 2 : 3;
    return tiers.indexOf((char) ('0' + wanted)) >= 0
        ? wanted
        : tiers.charAt(rng.below(tiers.length())) - '0';
  }

  // Negative-binomial in shape: a Poisson whose mean varies between patients.
  private static int length(Rng rng, int mean) {
    return Math.max(2, 1 + rng.poisson((mean - .5) * rng.spread(.35)));
  }

  private HospitalStay stay(
      Citizen citizen,
      Facility facility,
      CaseTable.Row row,
      int number,
      int begin,
      int days,
      long key) {
    Rng own = Rng.of(key, citizen.index(), number);
    HospitalStay stay = new HospitalStay(citizen, facility, own, number, row.main(), begin, days);
    stay.department = row.rest().get(3);
    stay.operations = row.names(2, " ");
    stay.others = others(own, citizen, row.main());
    boolean emergency = own.chance(row.main().startsWith("I") ? .3 : .12);
    stay.medType = emergency ? "24" : "21";
    stay.admissionWay = emergency ? "1" : "2";
    stay.dischargeWay = own.chance(.03) ? "4" : "1";
    int byHand = own.between(15, 90);
    if (own.chance(BY_HAND) && stay.dischargeDay() + byHand < setting.schedule().endDay()) {
      stay.settledByHandAfter = byHand;
    }
    return stay;
  }

  private List<String> others(Rng rng, Citizen citizen, String main) {
    List<String> codes = new ArrayList<>();
    double u = rng.real();
    if (u < GRAVE) {
      add(codes, rng.pick(grave), citizen, main);
    }
    if (u < GRAVE + COMPLICATED) {
      add(codes, rng.pick(complications), citizen, main);
    }
    int more = citizen.age() < 35 ? rng.below(3) : rng.poisson(3.6);
    for (int i = 0; i < more; i++) {
      add(codes, rng.pick(chronic), citizen, main);
    }
    return List.copyOf(codes);
  }

  private static void add(List<String> codes, DiagnosisEntry entry, Citizen citizen, String main) {
    String code = entry.code();
    if (!codes.contains(code)
        && !code.regionMatches(0, main, 0, 3)
        && entry.limits().allow(citizen.person().gender(), citizen.age())) {
      codes.add(code);
    }
  }

  // One visit a month brings a month's drugs; whoever lies in hospital comes afterwards.
  private void refills(Citizen citizen, Rng rng, Mail mail, Counter number, List<int[]> away) {
    if (citizen.chronic().isEmpty()) {
      return;
    }
    List<Item> drugs = new ArrayList<>();
    for (String disease : citizen.chronic()) {
      Item drug = setting.catalogue().item(rng.pick(ChronicCare.drugs(disease)));
      if (drug.limits().allow(citizen.person().gender(), citizen.age())) {
        drugs.add(drug);
      }
    }
    double u = rng.real();
    String medType = u < .25 ? "14" : u < .62 ? "11" : "41";
    boolean pharmacy = medType.equals("41");
    int tier = rng.chance(.6) ? 1 : 2;
    Facility place =
        pharmacy
            ? setting.world().pharmacy(rng, citizen.region())
            : setting.world().hospital(rng, citizen.region(), tier);
    List<Item> taken = List.copyOf(drugs);
    int longest = taken.stream().mapToInt(Item::supplyDays).max().orElse(30);
    int day = setting.schedule().firstDay() + rng.below(longest);
    while (day < setting.schedule().endDay() && !number.exhausted()) {
      int at = day;
      if (free(away, at, at)) {
        long key = rng.next();
        long moment =
            pharmacy
                ? Schedule.pharmacyHour(rng, at, place.open24())
                : Schedule.clinicHour(rng, at);
        Visits.Occasion occasion = new Visits.Occasion(citizen, place, number.next(), moment);
        mail.naturally(
            rng,
            () ->
                setting.visits().refill(occasion, Rng.of(key, citizen.index(), 5), taken, medType),
            moment,
            false);
        day += longest + rng.between(1, 4);
      } else {
        day++;
      }
    }
  }

  private void visits(
      Citizen citizen,
      Rng rng,
      Mail mail,
      Counter number,
      List<int[]> away,
      int count,
      boolean emergency) {
    for (int i = 0; i < count; i++) {
      int day = setting.schedule().day(rng, false);
      int tier = emergency ? rng.between(2, 3) : rng.chance(.42) ? 1 : rng.between(2, 3);
      Facility place = setting.world().hospital(rng, citizen.region(), tier);
      long key = rng.next();
      long moment =
          emergency ? Schedule.at(rng, day, rng.between(8, 23)) : Schedule.clinicHour(rng, day);
      if (!free(away, day, day) || number.exhausted()) {
        continue;
      }
      Visits.Occasion occasion = new Visits.Occasion(citizen, place, number.next(), moment);
      mail.naturally(
          rng,
          () -> setting.visits().acute(occasion, Rng.of(key, citizen.index(), 6), emergency),
          moment,
          false);
    }
  }

  private void counter(
      Citizen citizen, Rng rng, Mail mail, Counter number, List<int[]> away, int count) {
    if (citizen.age() < 15) {
      return;
    }
    for (int i = 0; i < count; i++) {
      int day = setting.schedule().day(rng, true);
      Facility place = setting.world().pharmacy(rng, citizen.region());
      long key = rng.next();
      long moment = Schedule.pharmacyHour(rng, day, place.open24());
      if (!free(away, day, day) || number.exhausted()) {
        continue;
      }
      Visits.Occasion occasion = new Visits.Occasion(citizen, place, number.next(), moment);
      mail.naturally(
          rng,
          () -> setting.visits().counter(occasion, Rng.of(key, citizen.index(), 7)),
          moment,
          false);
    }
  }

  // Neither in hospital nor on the day before or after.
  private static boolean free(List<int[]> away, int from, int to) {
    for (int[] days : away) {
      if (from <= days[1] + 1 && to >= days[0] - 1) {
        return false;
      }
    }
    return true;
  }
}

package org.fundwatch.streaming.testing;

import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.testing.SettlementBuilder;

/** Lets people live through occasions, some of which are taken back in one of many ways. */
final class WorldMaker {

  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 100;
  private static final String ITEM = "110900001000000";
  private static final String NURSING = "120100003000000";
  private static final String DRUG = "XA01ABD075A002010100483";
  private static final String[] DIAGNOSES = {"J18.900", "I10.x00", "N40.x00", "O80.000"};

  private final Random random;
  private final List<SettlementEvent> events = new ArrayList<>();
  private final List<SettlementEvent> clean = new ArrayList<>();
  private int ids;

  WorldMaker(Random random) {
    this.random = random;
  }

  World world() {
    return new World(List.copyOf(events), List.copyOf(clean));
  }

  /** One occasion in a person's life. */
  void live(String person) {
    int day = random.nextInt(DAYS);
    switch (random.nextInt(10)) {
      case 0, 1 -> stay(person, day);
      case 2 -> longStay(person, day);
      case 3 -> transfer(person, day);
      case 4 -> settledAgain(person, day);
      case 5 -> dischargeCancelled(person, day);
      case 6 -> refunded(person, day);
      default -> visit(person, day);
    }
  }

  private void visit(String person, int day) {
    String at = time(day, 9 + random.nextInt(8));
    String id = id();
    SettlementBuilder visit = of(id, person).settledAt(at);
    visit.diagnosis(DIAGNOSES[random.nextInt(DIAGNOSES.length)]);
    visit.line(ITEM, "04", "1", random.nextInt(3) == 0 ? "1200.00" : "20.00", at);
    if (random.nextInt(2) == 0) {
      visit.line(DRUG, "09", "1", "30.00", at);
      boolean back = random.nextInt(5) == 0;
      visit.traceCode(
          "8123456" + random.nextInt(3) + "000000000000", DRUG, back ? -10_000 : 10_000);
    }
    List<SettlementEvent> said = new ArrayList<>(List.of(visit.event(EventKind.SETTLED)));
    if (random.nextInt(3) == 0) {
      said.add(packsOnTheirOwn(id, person, day));
    }
    maybeTakenBack(person, said.toArray(SettlementEvent[]::new));
  }

  private SettlementEvent packsOnTheirOwn(String id, String person, int day) {
    long count = random.nextBoolean() ? 10_000 : -10_000;
    return of(id, person)
        .settledAt(time(day, 17))
        .traceCode("8123456" + random.nextInt(3) + "000000000000", DRUG, count)
        .event(EventKind.PACKS, message());
  }

  private void stay(String person, int day) {
    String id = id();
    int days = 1 + random.nextInt(12);
    SettlementBuilder stay = of(id, person).stay(time(day, 9), time(day + days, 10));
    stay.diagnosis(DIAGNOSES[random.nextInt(DIAGNOSES.length)]);
    stay.line(ITEM, "01", String.valueOf(days), "1500.00", time(day, 12));
    List<SettlementEvent> said = new ArrayList<>(List.of(stay.event(EventKind.SETTLED)));
    if (random.nextInt(3) == 0) {
      said.add(list(id, person, day, days + 2));
    }
    if (random.nextInt(4) == 0) {
      SettlementEvent lost = list(id, person, day, days + 4);
      events.add(lost);
      events.add(messageReversal(lost));
    }
    maybeTakenBack(person, said.toArray(SettlementEvent[]::new));
  }

  // A settlement list that moves the discharge, and sometimes the doctor and the lines.
  private SettlementEvent list(String id, String person, int day, int days) {
    SettlementBuilder list = of(id, person).stay(time(day, 9), time(day + days, 10));
    list.doctor(doctor());
    if (random.nextBoolean()) {
      list.line(ITEM, "01", "2", "2500.00", time(day, 12));
    }
    return list.event(EventKind.AMENDED, message());
  }

  private void longStay(String person, int day) {
    String encounter = "ML" + ids;
    SettlementBuilder first = of(id(), person).encounter(encounter);
    maybeTakenBack(
        person, first.stay(time(day, 9), time(day + 10, 10)).midStay().event(EventKind.MID_STAY));
    SettlementBuilder rest = of(id(), person).encounter(encounter);
    rest.line(NURSING, "07", "5", "100.00", time(day + 12, 12));
    maybeTakenBack(
        person, rest.stay(time(day + 10, 10), time(day + 15, 10)).event(EventKind.SETTLED));
  }

  private void transfer(String person, int day) {
    SettlementBuilder from = of(id(), person).stay(time(day, 9), time(day + 4, 10), "2", "2");
    SettlementBuilder to = of(id(), person).stay(time(day + 4, 13), time(day + 9, 10), "3", "1");
    maybeTakenBack(person, from.diagnosis(DIAGNOSES[0]).event(EventKind.SETTLED));
    maybeTakenBack(person, to.diagnosis(DIAGNOSES[0]).event(EventKind.SETTLED));
  }

  // Settled wrongly, cancelled, settled rightly under a new id, or corrected under the old one.
  private void settledAgain(String person, int day) {
    String wrong = id();
    String encounter = "M" + wrong;
    SettlementEvent first =
        of(wrong, person).settledAt(time(day, 9)).event(EventKind.SETTLED, message());
    events.add(first);
    boolean sameId = random.nextBoolean();
    boolean replaced = sameId && random.nextBoolean();
    if (!replaced) {
      events.add(sameId ? messageReversal(first) : cancellation(first, random.nextBoolean()));
    }
    SettlementBuilder right = of(sameId ? wrong : id(), person).encounter(encounter);
    right.settledAt(time(day + 1, 11)).line(ITEM, "04", "1", "1300.00", time(day + 1, 10));
    SettlementEvent second = right.event(EventKind.SETTLED, message());
    if (replaced) {
      events.add(second);
      clean.add(second);
    } else {
      maybeTakenBack(person, second);
    }
  }

  private void dischargeCancelled(String person, int day) {
    String encounter = "MD" + ids;
    SettlementBuilder early = of(id(), person).encounter(encounter);
    SettlementEvent settled =
        early.stay(time(day, 9), time(day + 3, 10)).event(EventKind.SETTLED, message());
    events.add(settled);
    events.add(encounterReversal("2405", encounter, person, time(day + 3, 12)));
    SettlementBuilder late = of(id(), person).encounter(encounter);
    maybeTakenBack(
        person, late.stay(time(day, 9), time(day + 8, 10)).event(EventKind.SETTLED, message()));
  }

  // A line that was taken back in the same settlement: as if it had never been charged.
  private void refunded(String person, int day) {
    String id = id();
    String at = time(day, 14);
    SettlementBuilder plain = of(id, person).settledAt(at).line(ITEM, "04", "1", "20.00", at);
    clean.add(plain.event(EventKind.SETTLED));
    events.add(
        plain
            .line(NURSING, "07", "1", "1100.00", at)
            .line(NURSING, "07", "-1", "-1100.00", at, "2")
            .event(EventKind.SETTLED));
  }

  private void maybeTakenBack(String person, SettlementEvent... said) {
    List<SettlementEvent> all = List.of(said);
    SettlementEvent settled = all.get(0);
    events.addAll(all);
    switch (random.nextInt(12)) {
      case 0 -> events.add(cancellation(settled, true));
      case 1 -> events.add(cancellation(settled, false));
      case 2 -> {
        events.add(cancellation(settled, true));
        events.add(cancellation(settled, false));
      }
      case 3 -> all.forEach(event -> events.add(messageReversal(event)));
      case 4 -> {
        SettlementEvent mistaken = cancellation(settled, true);
        events.add(mistaken);
        events.add(messageReversal(mistaken));
        clean.addAll(all);
      }
      case 5 -> takenBackAsEncounter(person, all);
      default -> clean.addAll(all);
    }
  }

  private void takenBackAsEncounter(String person, List<SettlementEvent> all) {
    String encounter = all.get(0).settlement().encounterId();
    boolean shared =
        events.stream()
            .anyMatch(
                event ->
                    event.settlement().encounterId().equals(encounter) && !all.contains(event));
    if (shared || encounter.startsWith("ML")) {
      clean.addAll(all);
    } else {
      boolean stay = all.get(0).settlement().stay() != null;
      events.add(encounterReversal(stay ? "2404" : "2202", encounter, person, time(130, 9)));
    }
  }

  private SettlementEvent cancellation(SettlementEvent settled, boolean negative) {
    return Reversals.cancellation(settled, id(), message(), time(130, 9), negative);
  }

  private SettlementEvent messageReversal(SettlementEvent event) {
    return Reversals.ofMessage(event, id(), message(), time(131, 9));
  }

  private SettlementEvent encounterReversal(
      String transaction, String encounter, String person, String at) {
    return Reversals.ofEncounter(
        transaction, of(id(), person).encounter(encounter).settledAt(at).build(), message());
  }

  private SettlementBuilder of(String id, String person) {
    int place = 1 + (person.charAt(1) + random.nextInt(2)) % 2;
    return settlement(id)
        .person(person, Gender.FEMALE)
        .institution("H3301000000" + place)
        .doctor(doctor());
  }

  private String doctor() {
    return "D33010000000" + (1 + random.nextInt(2));
  }

  private String id() {
    return "S" + ids++;
  }

  private String message() {
    return "MSG-" + id();
  }

  private static String time(int day, int hour) {
    return "%s %02d:00:00".formatted(BEGIN.plusDays(day), hour);
  }
}

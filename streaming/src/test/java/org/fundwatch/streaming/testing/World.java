package org.fundwatch.streaming.testing;

import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.testing.SettlementBuilder;

/**
 * A small random world of people who visit, stay and buy, with settlements that are reversed,
 * corrected and settled in parts.
 *
 * @param events all that is sent, in order of sending
 * @param clean the same without what was reversed and without the reversals
 */
public record World(List<SettlementEvent> events, List<SettlementEvent> clean) {

  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
  private static final String ITEM = "110900001000000";
  private static final String DRUG = "XA01ABD075A002010100483";

  /** The world of a seed. */
  public static World of(long seed) {
    Maker maker = new Maker(new Random(seed));
    for (int person = 1; person <= 4; person++) {
      maker.live("P" + person);
    }
    return new World(List.copyOf(maker.events), List.copyOf(maker.clean));
  }

  /** All events in an order of that seed, some of them twice. */
  public List<SettlementEvent> shuffled(long seed) {
    Random random = new Random(seed);
    List<SettlementEvent> some = new ArrayList<>(events);
    Collections.shuffle(some, random);
    List<SettlementEvent> all = new ArrayList<>(events);
    all.addAll(some.subList(0, events.size() / 4));
    Collections.shuffle(all, random);
    return all;
  }

  private static final class Maker {
    private final Random random;
    private final List<SettlementEvent> events = new ArrayList<>();
    private final List<SettlementEvent> clean = new ArrayList<>();
    private int ids;

    Maker(Random random) {
      this.random = random;
    }

    void live(String person) {
      for (int i = 0; i < 8; i++) {
        int day = random.nextInt(100);
        switch (random.nextInt(4)) {
          case 0 -> stay(person, day);
          case 1 -> longStay(person, day);
          default -> visit(person, day);
        }
      }
    }

    private void visit(String person, int day) {
      String id = id();
      String at = time(day, 9 + random.nextInt(8));
      SettlementBuilder visit = of(id, person).settledAt(at);
      visit.line(ITEM, "04", "1", random.nextInt(3) == 0 ? "1200.00" : "20.00", at);
      if (random.nextInt(2) == 0) {
        visit.line(DRUG, "09", "1", "30.00", at);
        visit.traceCode("8123456" + random.nextInt(3) + "000000000000", DRUG);
      }
      maybeReverse(id, person, visit.event(EventKind.SETTLED));
    }

    private void stay(String person, int day) {
      String id = id();
      int days = 1 + random.nextInt(12);
      SettlementBuilder stay = of(id, person).stay(time(day, 9), time(day + days, 10));
      stay.diagnosis("J18.900").line(ITEM, "01", "1", "1500.00", time(day, 12));
      SettlementEvent settled = stay.event(EventKind.SETTLED);
      List<SettlementEvent> said = new ArrayList<>(List.of(settled));
      boolean listLost = random.nextInt(4) == 0;
      if (random.nextInt(3) == 0) {
        SettlementBuilder list = of(id, person).stay(time(day, 9), time(day + days + 2, 10));
        if (random.nextBoolean()) {
          list.line(ITEM, "01", "2", "2500.00", time(day, 12));
        }
        SettlementEvent amended = list.event(EventKind.AMENDED);
        if (listLost) {
          events.add(amended);
          events.add(messageReversal(id, person, amended));
        } else {
          said.add(amended);
        }
      }
      maybeReverse(id, person, said.toArray(SettlementEvent[]::new));
    }

    private void longStay(String person, int day) {
      String encounter = "ML" + ids;
      String first = id();
      maybeReverse(
          first,
          person,
          of(first, person)
              .encounter(encounter)
              .stay(time(day, 9), time(day + 10, 10))
              .midStay()
              .event(EventKind.MID_STAY));
      String rest = id();
      maybeReverse(
          rest,
          person,
          of(rest, person)
              .encounter(encounter)
              .stay(time(day + 10, 10), time(day + 15, 10))
              .event(EventKind.SETTLED));
    }

    private void maybeReverse(String id, String person, SettlementEvent... said) {
      List<SettlementEvent> all = List.of(said);
      events.addAll(all);
      switch (random.nextInt(6)) {
        case 0 ->
            events.add(
                of(id(), person).reverses(id).settledAt(time(130, 9)).event(EventKind.REVERSED));
        case 1 -> all.forEach(event -> events.add(messageReversal(id, person, event)));
        default -> clean.addAll(all);
      }
    }

    private SettlementEvent messageReversal(String id, String person, SettlementEvent event) {
      SettlementBuilder about = of(id, person).settledAt(time(131, 9));
      return new SettlementEvent(
          SettlementEvent.SCHEMA,
          EventKind.REVERSED,
          "2601",
          "MSG-" + id(),
          about.build().settledMillis(),
          event.messageId(),
          about.build(),
          Map.of());
    }

    private SettlementBuilder of(String id, String person) {
      String institution = "H3301000000" + (1 + person.charAt(1) % 2);
      return settlement(id).person(person, Gender.FEMALE).institution(institution);
    }

    private String id() {
      return "S" + ids++;
    }

    private static String time(int day, int hour) {
      return "%s %02d:00:00".formatted(BEGIN.plusDays(day), hour);
    }
  }
}

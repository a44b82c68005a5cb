package org.fundwatch.streaming.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * A small random world of people who visit, stay and buy, with settlements that are reversed,
 * corrected, sent again and settled in parts.
 *
 * @param events all that is sent, in order of sending
 * @param clean the same without what was reversed, without the reversals, and without statements
 *     that a later one replaced
 */
public record World(List<SettlementEvent> events, List<SettlementEvent> clean) {

  /** From the first moment of any world to the last, reversals included. */
  public static final Duration SPAN = Duration.ofDays(132);

  private static final int PERSONS = 4;
  private static final int OCCASIONS = 8;

  /** The world of a seed. */
  public static World of(long seed) {
    WorldMaker maker = new WorldMaker(new Random(seed));
    for (int person = 1; person <= PERSONS; person++) {
      for (int i = 0; i < OCCASIONS; i++) {
        maker.live("P" + person);
      }
    }
    return maker.world();
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
}

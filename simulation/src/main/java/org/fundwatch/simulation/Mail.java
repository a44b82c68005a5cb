package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * Sends a person's settlements the way real systems do: late, twice, cancelled and done again
 * (rates of the calibration notes, all our proposal).
 */
final class Mail {

  private static final double REVERSED = .025;
  private static final double STAY_REVERSED = .012;
  private static final double BY_MESSAGE = .08;
  private static final double REVERSED_LATER = .1;
  private static final double REPEATED = .003;
  private static final double LATE = .01;
  private static final double LIST_UPLOADED = .6;
  private static final long LONGEST_DELAY_SECONDS = 5 * Schedule.DAY / 1000;

  private final int person;
  private final List<Plan> plans = new ArrayList<>();
  private int order;

  /**
   * @param person whose settlements
   * @param firstOrder from where its messages are counted
   */
  Mail(int person, int firstOrder) {
    this.person = person;
    this.order = firstOrder;
  }

  List<Plan> plans() {
    return plans;
  }

  /** Sends at a given moment, with nothing odd about it. */
  void plainly(Supplier<Settlement> settlement, long sentMillis) {
    plan(sentMillis, () -> Post.settled(settlement.get(), sentMillis));
  }

  /** Sends the same message again. */
  void again(Supplier<Settlement> settlement, long sentMillis, long repeatMillis) {
    plan(repeatMillis, () -> Post.settled(settlement.get(), sentMillis));
  }

  /** Cancels a settlement. */
  void reversal(Supplier<Settlement> settlement, long sentMillis) {
    plan(
        sentMillis,
        () -> {
          Settlement original = settlement.get();
          return Post.reversal(original, original.settlementId() + "R", sentMillis);
        });
  }

  /** Uploads the settlement list. */
  void list(Supplier<Settlement> settlement, long sentMillis) {
    plan(sentMillis, () -> Post.list(settlement.get(), sentMillis));
  }

  /**
   * Sends a settlement with everything that can happen to one.
   *
   * @param settlement makes it, the same one each time
   * @param settledMillis its time
   * @param inpatient a stay is cancelled less often, and has a settlement list
   */
  void naturally(Rng rng, Supplier<Settlement> settlement, long settledMillis, boolean inpatient) {
    boolean late = rng.chance(LATE);
    long delay =
        late
            ? Schedule.HOUR + 1000 * (long) (rng.real() * rng.real() * LONGEST_DELAY_SECONDS)
            : 1000L * (1 + rng.below(20));
    long sent = settledMillis + delay;
    plan(sent, () -> Post.settled(settlement.get(), sent));
    if (rng.chance(REPEATED)) {
      plan(sent + 30_000, () -> Post.settled(settlement.get(), sent));
    }
    long listed = sent + Schedule.DAY + rng.below(72) * Schedule.HOUR;
    if (inpatient && rng.chance(LIST_UPLOADED)) {
      plan(listed, () -> Post.list(settlement.get(), listed));
    }
    if (rng.chance(inpatient ? STAY_REVERSED : REVERSED)) {
      long wait =
          rng.chance(REVERSED_LATER)
              ? Schedule.DAY * rng.between(1, 9)
              : Schedule.MINUTE * rng.between(5, 180);
      long at = settledMillis + wait;
      boolean byMessage = rng.chance(BY_MESSAGE);
      plan(
          at,
          () -> {
            Settlement original = settlement.get();
            String ownId = original.settlementId() + "R";
            return byMessage
                ? Post.messageReversal(Post.settled(original, sent), ownId, at)
                : Post.reversal(original, ownId, at);
          });
    }
  }

  private void plan(long sentMillis, Supplier<SettlementEvent> event) {
    plans.add(new Plan(sentMillis, person, order++, event));
  }
}

package org.fundwatch.simulation;

import java.util.Comparator;
import java.util.function.Supplier;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * An event to come: when it is sent, and how to make it. Plans are small and sorted; events are
 * large and made when their turn comes.
 *
 * @param sentMillis when it is sent
 * @param person index of the person
 * @param order within the person
 * @param event makes the event; the same one each time
 */
record Plan(long sentMillis, int person, int order, Supplier<SettlementEvent> event) {

  static final Comparator<Plan> IN_SENDING_ORDER =
      Comparator.comparingLong(Plan::sentMillis)
          .thenComparingInt(Plan::person)
          .thenComparingInt(Plan::order);
}

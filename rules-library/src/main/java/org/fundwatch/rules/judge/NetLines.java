package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.settlement.FeeLine;

/** The lines of a settlement after its refunds. */
final class NetLines {

  private NetLines() {}

  /**
   * Lines of which something remains, in their order. A refund takes from the line that it names,
   * else from the latest lines of the same item.
   */
  static List<FeeLine> of(List<FeeLine> lines) {
    boolean plain = true;
    for (int i = 0; i < lines.size(); i++) {
      plain &= lines.get(i).countE4() > 0;
    }
    return plain ? lines : net(lines);
  }

  private static List<FeeLine> net(List<FeeLine> lines) {
    Map<String, Integer> places = new HashMap<>();
    List<FeeLine> net = new ArrayList<>();
    for (FeeLine line : lines) {
      if (line.countE4() > 0) {
        places.put(line.id(), net.size());
        net.add(line);
      }
    }
    for (FeeLine refund : lines) {
      if (refund.countE4() < 0) {
        Integer named = places.get(refund.originalId());
        if (named != null) {
          net.set(named, less(net.get(named), -refund.countE4(), -refund.amountFen()));
        } else {
          takeFromLatest(net, refund);
        }
      }
    }
    net.removeIf(line -> line.countE4() <= 0);
    return net;
  }

  private static void takeFromLatest(List<FeeLine> net, FeeLine refund) {
    long left = -refund.countE4();
    for (int i = net.size() - 1; i >= 0 && left > 0; i--) {
      FeeLine line = net.get(i);
      if (line.item().equals(refund.item()) && line.countE4() > 0) {
        long taken = Math.min(left, line.countE4());
        net.set(i, less(line, taken, line.amountFen() * taken / line.countE4()));
        left -= taken;
      }
    }
  }

  private static FeeLine less(FeeLine line, long countE4, long amountFen) {
    return new FeeLine(
        line.id(),
        line.originalId(),
        line.occurredMillis(),
        line.item(),
        line.name(),
        line.localItem(),
        line.category(),
        line.payClass(),
        line.amountFen() - amountFen,
        line.countE4() - countE4,
        line.priceE6(),
        line.priceLimitE6(),
        Math.max(0, line.inScopeFen() - amountFen),
        line.ownPayFen(),
        line.supplyDaysE2(),
        line.department(),
        line.doctor(),
        line.prescription(),
        line.takeHome(),
        line.examinedElsewhere());
  }
}

package org.fundwatch.domain.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a settlement after its refunds: what was taken back was never charged.
 *
 * @param charged lines of which something remains, in their order
 * @param unmatched the rest: what refunds take that no line of this settlement holds (of a stay
 *     settled in parts, a line of an earlier part), and lines without a quantity
 */
public record NetLines(List<FeeLine> charged, List<FeeLine> unmatched) {

  public NetLines {
    charged = List.copyOf(charged);
    unmatched = List.copyOf(unmatched);
  }

  /** A refund takes from the line that it names, else from the latest lines of the same item. */
  public static NetLines of(List<FeeLine> lines) {
    boolean plain = true;
    for (int i = 0; i < lines.size(); i++) {
      plain &= lines.get(i).countE4() > 0;
    }
    return plain ? new NetLines(lines, List.of()) : net(lines);
  }

  private static NetLines net(List<FeeLine> lines) {
    Map<String, Integer> places = new HashMap<>();
    List<FeeLine> net = new ArrayList<>();
    for (FeeLine line : lines) {
      if (line.countE4() > 0) {
        places.put(line.id(), net.size());
        net.add(line);
      }
    }
    List<FeeLine> unmatched = new ArrayList<>();
    for (FeeLine refund : lines) {
      if (refund.countE4() < 0) {
        Integer named = places.get(refund.originalId());
        FeeLine rest = named == null ? takeFromLatest(net, refund) : take(net, named, refund);
        if (rest.countE4() < 0) {
          unmatched.add(rest);
        }
      } else if (refund.countE4() == 0) {
        unmatched.add(refund);
      }
    }
    net.removeIf(line -> line.countE4() <= 0);
    return new NetLines(net, unmatched);
  }

  private static FeeLine takeFromLatest(List<FeeLine> net, FeeLine refund) {
    FeeLine rest = refund;
    for (int i = net.size() - 1; i >= 0 && rest.countE4() < 0; i--) {
      if (net.get(i).item().equals(refund.item())) {
        rest = take(net, i, rest);
      }
    }
    return rest;
  }

  // Takes from one line as much as it holds; what is left of the refund.
  private static FeeLine take(List<FeeLine> net, int place, FeeLine refund) {
    FeeLine line = net.get(place);
    long count = Math.min(line.countE4(), -refund.countE4());
    if (count <= 0) {
      return refund;
    }
    // Some places send refunds with positive amounts: the count alone says that it is one.
    long amount = part(Math.abs(refund.amountFen()), count, -refund.countE4());
    int days = (int) part(Math.abs(refund.supplyDaysE2()), count, -refund.countE4());
    net.set(place, plus(line, -count, -amount, -days));
    return plus(refund, count, refund.amountFen() < 0 ? amount : -amount, -days);
  }

  private static long part(long of, long count, long whole) {
    return count == whole ? of : of * count / whole;
  }

  private static FeeLine plus(FeeLine line, long countE4, long amountFen, int supplyDaysE2) {
    return new FeeLine(
        line.id(),
        line.originalId(),
        line.occurredMillis(),
        line.item(),
        line.name(),
        line.localItem(),
        line.category(),
        line.payClass(),
        line.amountFen() + amountFen,
        line.countE4() + countE4,
        line.priceE6(),
        line.priceLimitE6(),
        Math.max(0, line.inScopeFen() + amountFen),
        line.ownPayFen(),
        Math.max(0, line.supplyDaysE2() + supplyDaysE2),
        line.department(),
        line.doctor(),
        line.prescription(),
        line.takeHome(),
        line.examinedElsewhere());
  }
}

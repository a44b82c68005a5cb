package org.fundwatch.rules.backtest;

import org.fundwatch.rules.backtest.BackTestReport.Part;
import org.fundwatch.rules.backtest.BackTestReport.Row;
import org.fundwatch.rules.backtest.BackTestReport.Side;
import org.fundwatch.rules.backtest.Outcomes.Verdict;
import org.jspecify.annotations.Nullable;

/** Adds up one line of figures. */
final class RowTally {

  private String name = "";
  private final SideTally before = new SideTally();
  private final SideTally after = new SideTally();
  private final PartTally added = new PartTally();
  private final PartTally dropped = new PartTally();
  private final PartTally kept = new PartTally();
  private final PartTally changed = new PartTally();

  /** One alert or finding, as the one and as the other side has it; at least one does. */
  void add(String named, @Nullable Said old, @Nullable Said now) {
    name = named;
    if (old != null) {
      before.add(old);
    }
    if (now != null) {
      after.add(now);
    }
    if (old == null && now != null) {
      added.add(now.fen());
    } else if (now == null && old != null) {
      dropped.add(old.fen());
    } else if (old != null && now != null) {
      if (old.fen() == now.fen()) {
        kept.add(now.fen());
      } else {
        changed.add(now.fen() - old.fen());
      }
    }
  }

  Row row(String key) {
    return new Row(
        key,
        name,
        before.side(),
        after.side(),
        added.part(),
        dropped.part(),
        kept.part(),
        changed.part());
  }

  /** What a side says of one alert or finding. */
  record Said(long fen, Verdict verdict) {}

  private static final class PartTally {
    private long count;
    private long fen;

    void add(long more) {
      count++;
      fen += more;
    }

    Part part() {
      return new Part(count, fen);
    }
  }

  private static final class SideTally {
    private long count;
    private long fen;
    private long confirmed;
    private long rejected;

    void add(Said said) {
      count++;
      fen += said.fen();
      confirmed += said.verdict() == Verdict.CONFIRMED ? 1 : 0;
      rejected += said.verdict() == Verdict.REJECTED ? 1 : 0;
    }

    Side side() {
      return new Side(count, fen, confirmed, rejected);
    }
  }
}

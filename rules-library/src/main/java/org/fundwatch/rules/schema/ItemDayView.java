package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.settlement.FeeLine;

/** What a settlement charged for one item on one day of service, refunds taken off. */
public final class ItemDayView {

  private final List<FeeLine> lines;
  private final Map<String, ItemDayView> sameDay;
  private final int epochDay;

  /**
   * An item on a day.
   *
   * @param lines its lines, at least one, refunds among them
   * @param sameDay every item of that day by code, this one among them
   */
  public ItemDayView(List<FeeLine> lines, Map<String, ItemDayView> sameDay, int epochDay) {
    this.lines = lines;
    this.sameDay = sameDay;
    this.epochDay = epochDay;
  }

  /** The day of service. */
  public int epochDay() {
    return epochDay;
  }

  /** The lines, refunds among them. */
  public List<FeeLine> lines() {
    return lines;
  }

  @Described("med_list_codg")
  public String item() {
    return lines.get(0).item();
  }

  @Described("name on the bill")
  public String name() {
    return lines.get(0).name();
  }

  @Described("med_chrgitm_type")
  public String category() {
    return lines.get(0).category();
  }

  @Described("quantity of the day")
  public double count() {
    long sum = 0;
    for (FeeLine line : lines) {
      sum += line.countE4();
    }
    return sum / 10_000.0;
  }

  @Described("amount of the day, in fen")
  public long amountFen() {
    long sum = 0;
    for (FeeLine line : lines) {
      sum += line.amountFen();
    }
    return sum;
  }

  @Described("feedetl_sn of its lines")
  public List<String> lineIds() {
    List<String> ids = new ArrayList<>(lines.size());
    lines.forEach(line -> ids.add(line.id()));
    return ids;
  }

  @Described("codes of everything charged on that day")
  public List<String> sameDay() {
    List<String> codes = new ArrayList<>();
    sameDay.forEach(
        (code, item) -> {
          if (item.count() > 0) {
            codes.add(code);
          }
        });
    return codes;
  }

  @Described("day of service as days since 1970-01-01")
  public long day() {
    return epochDay;
  }

  /** The same day's view of another item, this one where it was not charged. */
  ItemDayView sibling(String code) {
    return sameDay.getOrDefault(code, this);
  }

  /** True where another item was charged that day and not wholly refunded. */
  boolean charged(String code) {
    ItemDayView other = sameDay.get(code);
    return other != null && other.count() > 0;
  }
}

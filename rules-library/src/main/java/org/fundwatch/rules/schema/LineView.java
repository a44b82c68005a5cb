package org.fundwatch.rules.schema;

import org.fundwatch.domain.settlement.FeeLine;

/** A charged fee line; what was refunded is not shown. */
public final class LineView {

  private final FeeLine line;

  public LineView(FeeLine line) {
    this.line = line;
  }

  @Described("feedetl_sn")
  public String id() {
    return line.id();
  }

  @Described("med_list_codg, the national code")
  public String item() {
    return line.item();
  }

  @Described("name on the bill")
  public String name() {
    return line.name();
  }

  @Described("med_chrgitm_type: 01 bed ... 14 other")
  public String category() {
    return line.category();
  }

  @Described("quantity")
  public double count() {
    return line.countE4() / 10_000.0;
  }

  @Described("amount in fen")
  public long amountFen() {
    return line.amountFen();
  }

  @Described("part of the amount within the fund's scope, in fen")
  public long inScopeFen() {
    return line.inScopeFen();
  }

  @Described("fee_ocur_time")
  public @Moment long occurred() {
    return line.occurredMillis();
  }

  @Described("days a drug lasts, 0 when not stated")
  public double supplyDays() {
    return line.supplyDaysE2() / 100.0;
  }

  @Described("taken home at discharge")
  public boolean takeHome() {
    return line.takeHome();
  }
}

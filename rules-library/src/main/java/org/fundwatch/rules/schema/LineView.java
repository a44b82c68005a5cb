package org.fundwatch.rules.schema;

import org.fundwatch.domain.settlement.FeeLine;

/** A charged fee line; what was refunded is not shown. */
public final class LineView {

  private static final double PRICE_SCALE = 1_000_000.0;

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

  @Described("bilg_dept_codg")
  public String department() {
    return line.department();
  }

  @Described("bilg_dr_codg, empty when not stated")
  public String doctor() {
    return line.doctor();
  }

  @Described("rxno, empty when not stated")
  public String prescription() {
    return line.prescription();
  }

  @Described("medins_list_codg, the institution's own code")
  public String localItem() {
    return line.localItem();
  }

  @Described("chrgitm_lv: 01 A, 02 B, 03 self-paid")
  public String payClass() {
    return line.payClass();
  }

  @Described("unit price in yuan")
  public double price() {
    return line.priceE6() / PRICE_SCALE;
  }

  @Described("pric_uplmt_amt in yuan, 0 when none is stated")
  public double priceLimit() {
    return line.priceLimitE6() / PRICE_SCALE;
  }

  @Described("part of the amount that the person pays wholly, in fen")
  public long ownPayFen() {
    return line.ownPayFen();
  }

  @Described("examined at another institution (etip_flag)")
  public boolean examinedElsewhere() {
    return line.examinedElsewhere();
  }
}

package org.fundwatch.streaming.codec;

import org.fundwatch.domain.desk.Care;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.Visit;

/** The layout of what the desks beyond the person keep of a settlement. */
public final class Visits {

  private Visits() {}

  public static void write(Visit value, Sink out) {
    out.text(value.settlementId());
    out.word(value.encounterId());
    out.word(value.person());
    Settlements.write(value.institution(), out);
    out.word(value.doctor());
    out.word(value.medType());
    out.word(value.insuranceType());
    out.moment(value.settledMillis());
    out.number(value.totalFen());
    out.number(value.fundFen());
    out.unless(Care.NONE, value.care(), Visits::write);
  }

  public static Visit read(Source in) {
    return new Visit(
        in.text(),
        in.word(),
        in.word(),
        Settlements.institution(in),
        in.word(),
        in.word(),
        in.word(),
        in.moment(),
        in.number(),
        in.number(),
        in.unless(Care.NONE, Visits::care));
  }

  public static void write(PackSale value, Sink out) {
    write(value.visit(), out);
    out.word(value.messageId());
    out.word(value.item());
    out.flag(value.split());
    out.number(value.countE4());
    out.moment(value.soldMillis());
    out.number(value.amountFen());
  }

  public static PackSale sale(Source in) {
    return new PackSale(
        read(in), in.word(), in.word(), in.flag(), in.number(), in.moment(), in.number());
  }

  private static void write(Care value, Sink out) {
    out.moment(value.beginMillis());
    out.moment(value.endMillis());
    out.flag(value.stay());
    out.word(value.mainDiagnosis());
    out.word(value.group());
    out.number(value.weightE4());
    out.number(value.standardFen());
    out.word(value.admissionWay());
    out.word(value.dischargeWay());
    out.flag(value.readmissionPlanned());
    out.number(value.newbornDays());
    out.number(value.accountFen());
    out.number(value.cashFen());
    out.list(value.categoryFen(), (fen, to) -> to.number(fen));
    out.number(value.ctFen());
    out.number(value.magneticFen());
    out.number(value.pattern());
  }

  private static Care care(Source in) {
    return new Care(
        in.moment(),
        in.moment(),
        in.flag(),
        in.word(),
        in.word(),
        in.smallNumber(),
        in.number(),
        in.word(),
        in.word(),
        in.flag(),
        in.smallNumber(),
        in.number(),
        in.number(),
        in.list(Source::number),
        in.number(),
        in.number(),
        in.number());
  }
}

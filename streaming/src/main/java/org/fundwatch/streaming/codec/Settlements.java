package org.fundwatch.streaming.codec;

import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;

/** The layout of a settlement and its parts. */
public final class Settlements {

  private static final Gender[] GENDERS = Gender.values();

  private Settlements() {}

  public static void write(Settlement value, Sink out) {
    out.text(value.settlementId());
    out.word(value.encounterId());
    out.text(value.originalSettlementId());
    write(value.person(), out);
    write(value.institution(), out);
    write(value.insurance(), out);
    out.word(value.medType());
    out.moment(value.settledMillis());
    out.word(value.doctor());
    out.flag(value.midStay());
    out.word(value.codeSet());
    write(value.amounts(), out);
    out.optional(value.stay(), Settlements::write);
    out.optional(value.grouping(), Settlements::write);
    out.list(value.diagnoses(), Settlements::write);
    out.list(value.operations(), Settlements::write);
    out.list(value.lines(), Settlements::write);
    out.list(value.payments(), Settlements::write);
    out.list(value.traceCodes(), Settlements::write);
  }

  public static Settlement read(Source in) {
    return new Settlement(
        in.text(),
        in.word(),
        in.text(),
        person(in),
        institution(in),
        insurance(in),
        in.word(),
        in.moment(),
        in.word(),
        in.flag(),
        in.word(),
        amounts(in),
        in.optional(Settlements::stay),
        in.optional(Settlements::grouping),
        in.list(Settlements::diagnosis),
        in.list(Settlements::operation),
        in.list(Settlements::line),
        in.list(Settlements::payment),
        in.list(Settlements::traceCode));
  }

  static void write(Institution value, Sink out) {
    out.word(value.code());
    out.word(value.name());
    out.word(value.level());
    out.word(value.region());
  }

  static Institution institution(Source in) {
    return new Institution(in.word(), in.word(), in.word(), in.word());
  }

  public static void write(TraceCode value, Sink out) {
    out.text(value.code());
    out.word(value.item());
    out.flag(value.split());
    out.number(value.countE4());
    out.moment(value.soldMillis());
  }

  public static TraceCode traceCode(Source in) {
    return new TraceCode(in.text(), in.word(), in.flag(), in.number(), in.moment());
  }

  private static void write(Person value, Sink out) {
    out.word(value.id());
    out.word(value.name());
    out.word(value.certificateType());
    out.word(value.certificateNo());
    out.constant(value.gender());
    out.optional(value.birthEpochDay(), (day, to) -> to.number(day));
    out.word(value.type());
  }

  private static Person person(Source in) {
    return new Person(
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.constant(GENDERS),
        in.optional(Source::smallNumber),
        in.word());
  }

  private static void write(Insurance value, Sink out) {
    out.word(value.type());
    out.word(value.region());
    out.word(value.clearingWay());
  }

  private static Insurance insurance(Source in) {
    return new Insurance(in.word(), in.word(), in.word());
  }

  private static void write(Amounts value, Sink out) {
    out.number(value.totalFen());
    out.number(value.ownPayFen());
    out.number(value.overLimitFen());
    out.number(value.prePayFen());
    out.number(value.inScopeFen());
    out.number(value.deductibleFen());
    out.number(value.poolFen());
    out.number(value.fundFen());
    out.number(value.personFen());
    out.number(value.accountFen());
    out.number(value.mutualFen());
    out.number(value.cashFen());
    out.number(value.hospitalFen());
  }

  private static Amounts amounts(Source in) {
    return new Amounts(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number());
  }

  private static void write(Stay value, Sink out) {
    out.moment(value.admissionMillis());
    out.optional(value.dischargeMillis(), (millis, to) -> to.moment(millis));
    out.number(value.days());
    out.word(value.admissionDepartment());
    out.word(value.dischargeDepartment());
    out.word(value.admissionWay());
    out.word(value.dischargeWay());
    out.word(value.readmissionPlan());
    out.text(value.readmissionPurpose());
    out.number(value.ventilatorMinutes());
    out.number(value.specialNursingDays());
    out.number(value.firstNursingDays());
    out.number(value.secondNursingDays());
    out.number(value.thirdNursingDays());
    out.number(value.newbornDays());
    out.text(value.recordNo());
  }

  private static Stay stay(Source in) {
    return new Stay(
        in.moment(),
        in.optional(Source::moment),
        in.smallNumber(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.text(),
        in.smallNumber(),
        in.smallNumber(),
        in.smallNumber(),
        in.smallNumber(),
        in.smallNumber(),
        in.smallNumber(),
        in.text());
  }

  private static void write(Grouping value, Sink out) {
    out.word(value.system());
    out.word(value.code());
    out.number(value.weightE4());
    out.number(value.standardFen());
  }

  private static Grouping grouping(Source in) {
    return new Grouping(in.word(), in.word(), in.smallNumber(), in.number());
  }

  private static void write(Diagnosis value, Sink out) {
    out.word(value.code());
    out.word(value.name());
    out.flag(value.main());
    out.word(value.type());
    out.word(value.onAdmission());
  }

  private static Diagnosis diagnosis(Source in) {
    return new Diagnosis(in.word(), in.word(), in.flag(), in.word(), in.word());
  }

  private static void write(Operation value, Sink out) {
    out.word(value.code());
    out.word(value.name());
    out.flag(value.main());
    out.optional(value.epochDay(), (day, to) -> to.number(day));
    out.word(value.surgeon());
    out.word(value.anaesthesia());
  }

  private static Operation operation(Source in) {
    return new Operation(
        in.word(), in.word(), in.flag(), in.optional(Source::smallNumber), in.word(), in.word());
  }

  private static void write(FeeLine value, Sink out) {
    out.text(value.id());
    out.text(value.originalId());
    out.moment(value.occurredMillis());
    out.word(value.item());
    out.word(value.name());
    out.word(value.localItem());
    out.word(value.category());
    out.word(value.payClass());
    out.number(value.amountFen());
    out.number(value.countE4());
    out.number(value.priceE6());
    out.number(value.priceLimitE6());
    out.number(value.inScopeFen());
    out.number(value.ownPayFen());
    out.number(value.supplyDaysE2());
    out.word(value.department());
    out.word(value.doctor());
    out.word(value.prescription());
    out.flag(value.takeHome());
    out.flag(value.examinedElsewhere());
  }

  private static FeeLine line(Source in) {
    return new FeeLine(
        in.text(),
        in.text(),
        in.moment(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.smallNumber(),
        in.word(),
        in.word(),
        in.word(),
        in.flag(),
        in.flag());
  }

  private static void write(Payment value, Sink out) {
    out.word(value.fund());
    out.number(value.inScopeFen());
    out.number(value.limitFen());
    out.number(value.paidFen());
  }

  private static Payment payment(Source in) {
    return new Payment(in.word(), in.number(), in.number(), in.number());
  }
}

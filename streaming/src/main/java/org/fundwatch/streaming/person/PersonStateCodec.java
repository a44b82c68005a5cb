package org.fundwatch.streaming.person;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.Histories;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Settlements;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a person's state. */
public final class PersonStateCodec implements Codec<PersonState> {

  /** The record as Flink sees it. */
  public static final RecordType<PersonState> TYPE = new RecordType<>(new PersonStateCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<PersonState> type() {
    return PersonState.class;
  }

  @Override
  public void write(PersonState value, Sink out) {
    out.number(value.schema());
    out.word(value.ruleSet());
    Histories.write(value.history(), out);
    out.list(value.statements(), PersonStateCodec::write);
    out.list(value.said(), PersonStateCodec::write);
  }

  @Override
  public PersonState read(Source in) {
    return new PersonState(
        in.smallNumber(),
        in.word(),
        Histories.read(in),
        in.list(PersonStateCodec::statement),
        in.list(PersonStateCodec::said));
  }

  private static void write(Statement value, Sink out) {
    out.word(value.settlementId());
    out.flag(value.list());
    out.word(value.messageId());
    out.list(value.findings(), Findings::write);
    out.list(value.packs(), PersonStateCodec::write);
  }

  private static Statement statement(Source in) {
    return new Statement(
        in.word(), in.flag(), in.word(), in.list(Findings::read), in.list(PersonStateCodec::pack));
  }

  private static void write(Pack value, Sink out) {
    Settlements.write(value.trace(), out);
    out.number(value.amountFen());
  }

  private static Pack pack(Source in) {
    return new Pack(Settlements.traceCode(in), in.number());
  }

  private static void write(Said value, Sink out) {
    out.word(value.encounterId());
    Findings.write(value.finding(), out);
  }

  private static Said said(Source in) {
    return new Said(in.word(), Findings.read(in));
  }
}

package org.fundwatch.streaming.intake;

import org.fundwatch.domain.json.Fault;
import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a dead letter. */
public final class DeadLetterCodec implements Codec<DeadLetter> {

  /** The record as Flink sees it. */
  public static final RecordType<DeadLetter> TYPE = new RecordType<>(new DeadLetterCodec());

  private static final long serialVersionUID = 1;
  private static final DeadLetter.Reason[] REASONS = DeadLetter.Reason.values();

  @Override
  public Class<DeadLetter> type() {
    return DeadLetter.class;
  }

  @Override
  public void write(DeadLetter value, Sink out) {
    out.number(value.schema());
    Places.write(value.place(), out);
    out.constant(value.reason());
    out.list(value.faults(), DeadLetterCodec::write);
    out.moment(value.refusedMillis());
    out.text(value.keyId());
    out.bytes(value.sealed());
  }

  @Override
  public DeadLetter read(Source in) {
    return new DeadLetter(
        in.smallNumber(),
        Places.read(in),
        in.constant(REASONS),
        in.list(DeadLetterCodec::fault),
        in.moment(),
        in.text(),
        in.bytes());
  }

  private static void write(Fault value, Sink out) {
    out.text(value.path());
    out.text(value.found());
    out.word(value.allowed());
  }

  private static Fault fault(Source in) {
    return new Fault(in.text(), in.text(), in.word());
  }
}

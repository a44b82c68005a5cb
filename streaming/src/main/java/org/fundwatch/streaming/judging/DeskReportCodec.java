package org.fundwatch.streaming.judging;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a desk's report. */
public final class DeskReportCodec implements Codec<DeskReport> {

  /** The record as Flink sees it. */
  public static final RecordType<DeskReport> TYPE = new RecordType<>(new DeskReportCodec());

  private static final long serialVersionUID = 1;
  private static final DeskReport.State[] STATES = DeskReport.State.values();

  @Override
  public Class<DeskReport> type() {
    return DeskReport.class;
  }

  @Override
  public void write(DeskReport value, Sink out) {
    out.number(value.schema());
    out.word(value.desk());
    out.number(value.subtask());
    out.number(value.subtasks());
    out.word(value.ruleSet());
    out.constant(value.state());
    out.text(value.detail());
    out.moment(value.atMillis());
    out.word(value.knowledge());
    out.number(value.rules());
    out.number(value.shadows());
    out.moment(value.publishedMillis());
    out.word(value.rule());
    out.list(value.tallies(), DeskReportCodec::write);
    out.number(value.lagMillis());
  }

  private static void write(RuleTally tally, Sink out) {
    out.word(tally.rule());
    out.number(tally.shadow() ? 1 : 0);
    out.number(tally.judged());
    out.number(tally.fired());
    out.number(tally.withdrawn());
    out.number(tally.failed());
    out.list(tally.samples(), (sample, to) -> to.text(sample));
  }

  private static RuleTally tally(Source in) {
    return new RuleTally(
        in.word(),
        in.smallNumber() == 1,
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.list(Source::text));
  }

  @Override
  public DeskReport read(Source in) {
    return new DeskReport(
        in.smallNumber(),
        in.word(),
        in.smallNumber(),
        in.smallNumber(),
        in.word(),
        in.constant(STATES),
        in.text(),
        in.moment(),
        in.word(),
        in.smallNumber(),
        in.smallNumber(),
        in.moment(),
        in.word(),
        in.list(DeskReportCodec::tally),
        in.number());
  }
}

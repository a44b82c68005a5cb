package org.fundwatch.streaming.codec;

import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.alert.ValueChange;

/** The layout of an alert. */
public final class AlertCodec implements Codec<Alert> {

  /** The record as Flink sees it. */
  public static final RecordType<Alert> TYPE = new RecordType<>(new AlertCodec());

  private static final long serialVersionUID = 1;
  private static final AlertStatus[] STATUSES = AlertStatus.values();

  @Override
  public Class<Alert> type() {
    return Alert.class;
  }

  @Override
  public void write(Alert value, Sink out) {
    out.number(value.schema());
    out.text(value.id());
    out.number(value.version());
    out.constant(value.status());
    Findings.write(value.subject(), out);
    out.constant(value.outcome());
    out.real(value.confidence());
    out.number(value.amountFen());
    out.moment(value.serviceFromMillis());
    out.moment(value.serviceToMillis());
    Settlements.write(value.institution(), out);
    out.word(value.doctor());
    out.word(value.person());
    out.word(value.insuranceType());
    out.list(value.findings(), Findings::write);
    out.list(value.lineage(), AlertCodec::write);
    out.list(value.suppressed(), AlertCodec::write);
  }

  @Override
  public Alert read(Source in) {
    return new Alert(
        in.smallNumber(),
        in.text(),
        in.smallNumber(),
        in.constant(STATUSES),
        Findings.subject(in),
        Findings.outcome(in),
        in.real(),
        in.number(),
        in.moment(),
        in.moment(),
        Settlements.institution(in),
        in.word(),
        in.word(),
        in.word(),
        in.list(Findings::read),
        in.list(AlertCodec::amendment),
        in.list(AlertCodec::suppression));
  }

  private static void write(Amendment value, Sink out) {
    out.number(value.version());
    out.moment(value.atMillis());
    out.word(value.cause());
    out.word(value.transaction());
    out.word(value.change());
    out.word(value.findingId());
    out.list(value.values(), AlertCodec::write);
  }

  private static Amendment amendment(Source in) {
    return new Amendment(
        in.smallNumber(),
        in.moment(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.list(AlertCodec::valueChange));
  }

  private static void write(Suppression value, Sink out) {
    out.word(value.findingId());
    out.word(value.gateId());
    out.word(value.gateRule());
    out.word(value.reasonZh());
    out.word(value.reasonEn());
  }

  private static Suppression suppression(Source in) {
    return new Suppression(in.word(), in.word(), in.word(), in.word(), in.word());
  }

  private static void write(ValueChange value, Sink out) {
    out.word(value.name());
    out.word(value.before());
    out.word(value.after());
  }

  private static ValueChange valueChange(Source in) {
    return new ValueChange(in.word(), in.word(), in.word());
  }
}

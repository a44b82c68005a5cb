package org.fundwatch.streaming.codec;

import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;

/** The layout of findings and their parts. */
public final class Findings {

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final SubjectKind[] SUBJECTS = SubjectKind.values();
  private static final Evidence.Kind[] EVIDENCE = Evidence.Kind.values();

  private Findings() {}

  public static void write(Finding value, Sink out) {
    out.number(value.schema());
    out.word(value.id());
    write(value.rule(), out);
    out.constant(value.outcome());
    out.real(value.confidence());
    write(value.subject(), out);
    out.words(value.anchors());
    out.number(value.amountFen());
    out.moment(value.serviceFromMillis());
    out.moment(value.serviceToMillis());
    Settlements.write(value.institution(), out);
    out.word(value.doctor());
    out.word(value.person());
    out.word(value.insuranceType());
    out.text(value.sentenceZh());
    out.text(value.sentenceEn());
    out.list(value.facts(), Findings::write);
    out.list(value.evidence(), Findings::write);
    out.optional(value.model(), Findings::write);
  }

  public static Finding read(Source in) {
    return new Finding(
        in.smallNumber(),
        in.word(),
        rule(in),
        outcome(in),
        in.real(),
        subject(in),
        in.words(),
        in.number(),
        in.moment(),
        in.moment(),
        Settlements.institution(in),
        in.word(),
        in.word(),
        in.word(),
        in.text(),
        in.text(),
        in.list(Findings::fact),
        in.list(Findings::evidence),
        in.optional(Findings::model));
  }

  public static void write(FindingChange value, Sink out) {
    write(value.finding(), out);
    out.flag(value.withdrawn());
    write(value.cause(), out);
  }

  public static FindingChange change(Source in) {
    return new FindingChange(read(in), in.flag(), cause(in));
  }

  public static void write(Cause value, Sink out) {
    out.word(value.messageId());
    out.word(value.transaction());
    out.moment(value.sentMillis());
  }

  public static Cause cause(Source in) {
    return new Cause(in.word(), in.word(), in.moment());
  }

  public static void write(DataGate value, Sink out) {
    out.word(value.findingId());
    out.word(value.rule());
    out.word(value.institution());
    out.list(value.days(), (day, to) -> to.number(day));
    out.word(value.reasonZh());
    out.word(value.reasonEn());
  }

  public static DataGate gate(Source in) {
    return new DataGate(
        in.word(), in.word(), in.word(), in.list(Source::number), in.word(), in.word());
  }

  static void write(Subject value, Sink out) {
    out.constant(value.kind());
    out.word(value.id());
  }

  static Subject subject(Source in) {
    return new Subject(in.constant(SUBJECTS), in.word());
  }

  static Outcome outcome(Source in) {
    return in.constant(OUTCOMES);
  }

  private static void write(RuleRef value, Sink out) {
    out.word(value.id());
    out.number(value.version());
    out.word(value.ruleSet());
    out.word(value.officialCode());
    out.word(value.nameZh());
    out.word(value.nameEn());
    out.words(value.legalBasis());
    out.words(value.silencedBy());
  }

  private static RuleRef rule(Source in) {
    return new RuleRef(
        in.word(),
        in.smallNumber(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.words(),
        in.words());
  }

  private static void write(FactValue value, Sink out) {
    out.word(value.name());
    out.word(value.value());
    out.word(value.unit());
  }

  private static FactValue fact(Source in) {
    return new FactValue(in.word(), in.word(), in.word());
  }

  private static void write(Evidence value, Sink out) {
    out.constant(value.kind());
    out.word(value.id());
    out.word(value.note());
  }

  private static Evidence evidence(Source in) {
    return new Evidence(in.constant(EVIDENCE), in.word(), in.word());
  }

  private static void write(ModelTrace value, Sink out) {
    out.word(value.model());
    out.word(value.version());
    out.real(value.probability());
    out.list(
        value.attributions(),
        (one, to) -> {
          to.word(one.feature());
          to.real(one.value());
          to.real(one.weight());
        });
  }

  private static ModelTrace model(Source in) {
    return new ModelTrace(
        in.word(),
        in.word(),
        in.real(),
        in.list(from -> new Attribution(from.word(), from.real(), from.real())));
  }
}

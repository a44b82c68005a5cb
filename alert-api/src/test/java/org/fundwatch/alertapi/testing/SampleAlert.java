package org.fundwatch.alertapi.testing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.alert.ValueChange;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;

/** Alerts of invented people and institutions: {@code SampleAlert.of(7).amountFen(100).alert()}. */
public final class SampleAlert {
  public static final Institution HOSPITAL =
      new Institution("H32010000001", "宁河市第一医院", "3", "320102");
  public static final Institution PHARMACY =
      new Institution("P32020000002", "宁河康民大药房", "", "320203");
  public static final long MAY_1 = ShanghaiTime.startOfDay(ShanghaiTime.parseDate("2026-05-01"));
  public static final long DAY = 86_400_000L;

  private final String encounter;
  private int version = 1;
  private long amountFen = 123_456;
  private Institution institution = HOSPITAL;
  private Outcome outcome = Outcome.SUSPICION;
  private AlertStatus status = AlertStatus.OPEN;
  private long from = MAY_1;
  private String sentence = "两次住院间隔 2 天，主诊断相同，疑似分解住院";
  private String rule = "IP01-split-admission";
  private boolean modelled = true;
  private double confidence = 0.8;
  private String doctor = "D320100000011";
  private String person = "T0123456789abcdef0123456789abcdef";
  private List<Evidence> evidence = List.of();

  private SampleAlert(String encounter) {
    this.encounter = encounter;
  }

  public static SampleAlert of(int number) {
    return new SampleAlert("M%06d".formatted(number));
  }

  public SampleAlert version(int value) {
    version = value;
    return this;
  }

  public SampleAlert amountFen(long value) {
    amountFen = value;
    return this;
  }

  public SampleAlert institution(Institution value) {
    institution = value;
    return this;
  }

  public SampleAlert outcome(Outcome value) {
    outcome = value;
    return this;
  }

  public SampleAlert withdrawn() {
    status = AlertStatus.WITHDRAWN;
    return this;
  }

  public SampleAlert from(long millis) {
    from = millis;
    return this;
  }

  public SampleAlert sentence(String value) {
    sentence = value;
    return this;
  }

  public SampleAlert rule(String value) {
    rule = value;
    return this;
  }

  /** Without the finding of a model. */
  public SampleAlert ruleAlone() {
    modelled = false;
    return this;
  }

  public SampleAlert confidence(double value) {
    confidence = value;
    return this;
  }

  public SampleAlert doctor(String value) {
    doctor = value;
    return this;
  }

  public SampleAlert person(String value) {
    person = value;
    return this;
  }

  /** With more that its first finding points at. */
  public SampleAlert pointingAt(Evidence... more) {
    evidence = List.of(more);
    return this;
  }

  public String id() {
    return FindingIds.alert(subject());
  }

  private Subject subject() {
    return new Subject(SubjectKind.ENCOUNTER, encounter);
  }

  public Alert alert() {
    var lineage =
        IntStream.rangeClosed(1, version)
            .mapToObj(
                at ->
                    new Amendment(
                        at,
                        MAY_1 + at * DAY,
                        "msg-" + at,
                        "2304",
                        (at == 1 ? "raised " : "amended ") + rule,
                        "F" + rule,
                        at == 1
                            ? List.of()
                            : List.of(new ValueChange("amountFen", "100000", "123456"))))
            .toList();
    return new Alert(
        Alert.SCHEMA,
        id(),
        version,
        status,
        subject(),
        outcome,
        confidence,
        amountFen,
        from,
        from + 4 * DAY,
        institution,
        doctor,
        person,
        "310",
        modelled
            ? List.of(
                finding(rule, sentence, null), finding("ML02-unusual-stay", "住院费用构成异常", model()))
            : List.of(finding(rule, sentence, null)),
        lineage);
  }

  private Finding finding(String ruleId, String zh, ModelTrace model) {
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(ruleId, subject(), List.of("M1")),
        new RuleRef(
            ruleId,
            3,
            "abc123",
            "Z-1",
            model == null ? "分解住院" : "异常住院",
            model == null ? "Split admission" : "Unusual stay",
            model == null ? List.of("医疗保障基金使用监督管理条例 第三十八条") : List.of()),
        model == null ? outcome : Outcome.STATISTIC,
        confidence,
        subject(),
        List.of("M1"),
        model == null ? amountFen : amountFen / 2,
        from,
        from + 4 * DAY,
        institution,
        doctor,
        person,
        "310",
        zh,
        model == null
            ? "Two stays 2 days apart with the same main diagnosis"
            : "The stay's costs are unusual",
        List.of(
            new FactValue("gap_days", "2", "day"), new FactValue("main_diagnosis", "I10.x00", "")),
        Stream.concat(
                Stream.of(
                    new Evidence(Evidence.Kind.ENCOUNTER, "M-before", "2026-04-20 至 2026-04-29 住院"),
                    new Evidence(Evidence.Kind.ENCOUNTER, encounter, "2026-05-01 至 2026-05-05 住院"),
                    new Evidence(Evidence.Kind.SETTLEMENT, "S-" + encounter, "")),
                model == null ? evidence.stream() : Stream.of())
            .toList(),
        model);
  }

  private static ModelTrace model() {
    return new ModelTrace(
        "unusual-stay",
        "v7",
        0.83,
        List.of(
            new Attribution("cost_per_day", 2315.5, 1.31),
            new Attribution("drug_share", 0.62, 0.44),
            new Attribution("age", 71, -0.21)));
  }
}

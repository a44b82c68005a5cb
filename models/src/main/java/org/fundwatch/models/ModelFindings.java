package org.fundwatch.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
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
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.models.features.Column;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.features.StayFacts;
import org.fundwatch.models.registry.PublishedModel;
import org.fundwatch.models.scoring.StayModel;
import org.fundwatch.models.scoring.StayScore;

/** Puts a model's scores into findings: reasons in words, attributions, evidence. */
final class ModelFindings {

  /** Attribution entry of all features beyond the largest. */
  static final String OTHERS = "others";

  /** Attribution entry of the score before anything is known of the stay. */
  static final String BASELINE = "baseline";

  /** Suffix of an attribution whose feature is not stated; its value is 1. */
  static final String MISSING = ".missing";

  private static final int RULE_VERSION = 1;
  private static final int REASONS = 3;
  private static final int ATTRIBUTIONS = 10;

  private final Voice voice;
  private final PublishedModel<?> published;
  private final RuleRef rule;

  /**
   * How a model speaks.
   *
   * @param shown from the calibrated probability to the share that the sentences show
   * @param sentenceZh with a place for the share and one for the reasons
   * @param sentenceEn the same in English
   */
  record Voice(
      String id,
      String officialCode,
      String nameZh,
      String nameEn,
      List<String> legalBasis,
      Outcome outcome,
      DoubleUnaryOperator shown,
      String sentenceZh,
      String sentenceEn) {}

  ModelFindings(Voice voice, PublishedModel<?> published, String scorerVersion) {
    this.voice = voice;
    this.published = published;
    this.rule =
        new RuleRef(
            voice.id(),
            RULE_VERSION,
            scorerVersion,
            voice.officialCode(),
            voice.nameZh(),
            voice.nameEn(),
            voice.legalBasis());
  }

  /** The finding on a stay, empty where its score stays below the model's threshold. */
  Optional<Finding> judge(Encounter encounter, StayFacts stay) {
    StayScore score = published.model().score(stay);
    return score.told() ? Optional.of(finding(encounter, stay, score)) : Optional.empty();
  }

  private Finding finding(Encounter encounter, StayFacts stay, StayScore score) {
    StayModel model = published.model();
    Settlement head = encounter.head();
    Subject subject = new Subject(SubjectKind.ENCOUNTER, encounter.id());
    double probability = rounded(score.probability());
    List<Attribution> weights = model.explain(stay);
    List<Attribution> reasons =
        weights.stream().filter(weight -> weight.weight() > 0).limit(REASONS).toList();
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(voice.id(), subject, List.of()),
        rule,
        voice.outcome(),
        probability,
        subject,
        List.of(),
        head.amounts().fundFen(),
        encounter.beginMillis(),
        encounter.endMillis(),
        head.institution(),
        head.doctor(),
        head.person().id(),
        head.insurance().type(),
        sentence(voice.sentenceZh(), probability, reasons, Column::phraseZh, "、"),
        sentence(voice.sentenceEn(), probability, reasons, Column::phraseEn, ", "),
        facts(probability, reasons),
        evidence(encounter),
        new ModelTrace(
            model.name(), published.version(), probability, told(weights, model.baseline())));
  }

  private String sentence(
      String pattern,
      double probability,
      List<Attribution> reasons,
      BiFunction<Column, Double, String> phrase,
      String comma) {
    String because =
        reasons.stream()
            .map(reason -> phrase.apply(FeatureSchema.column(reason.feature()), reason.value()))
            .collect(Collectors.joining(comma));
    double share = 100 * voice.shown().applyAsDouble(probability);
    return String.format(Locale.ROOT, pattern, share, because);
  }

  private static List<FactValue> facts(double probability, List<Attribution> reasons) {
    List<FactValue> facts = new ArrayList<>();
    facts.add(new FactValue("probability", text(probability), ""));
    for (Attribution reason : reasons) {
      Column column = FeatureSchema.column(reason.feature());
      String value = Double.isNaN(reason.value()) ? "" : text(reason.value());
      facts.add(new FactValue(column.name(), value, column.unit()));
    }
    return facts;
  }

  private static List<Evidence> evidence(Encounter encounter) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(Evidence.Kind.ENCOUNTER, encounter.id(), ""));
    encounter
        .settlementIds()
        .forEach(id -> evidence.add(new Evidence(Evidence.Kind.SETTLEMENT, id, "")));
    return evidence;
  }

  // The largest by name, the rest as one, and the start: together they still sum to the score.
  private static List<Attribution> told(List<Attribution> weights, double baseline) {
    List<Attribution> told = new ArrayList<>();
    double others = 0;
    for (Attribution weight : weights) {
      if (told.size() < ATTRIBUTIONS) {
        told.add(stated(weight));
      } else {
        others += weight.weight();
      }
    }
    told.add(new Attribution(OTHERS, 0, rounded(others)));
    told.add(new Attribution(BASELINE, 0, rounded(baseline)));
    return told;
  }

  // JSON and search engines know no NaN.
  private static Attribution stated(Attribution weight) {
    return Double.isNaN(weight.value())
        ? new Attribution(weight.feature() + MISSING, 1, rounded(weight.weight()))
        : new Attribution(weight.feature(), rounded(weight.value()), rounded(weight.weight()));
  }

  // A billionth of a score never decides, but would differ between machines.
  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}

package org.fundwatch.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.features.StayFacts;
import org.fundwatch.models.registry.ModelRegistry;
import org.fundwatch.models.registry.ModelRegistryException;
import org.fundwatch.models.registry.PublishedModel;
import org.fundwatch.models.scoring.LowThresholdModel;
import org.fundwatch.models.scoring.UnusualStayModel;

/**
 * Holds discharged stays against the models in use: microseconds a stay, explanations only for what
 * is told. Equal facts scored by an equal {@link #version} give equal findings. Immutable and
 * thread-safe.
 */
public final class Scorer {

  private static final ModelFindings.Voice LOW_THRESHOLD =
      new ModelFindings.Voice(
          "ML01-low-threshold",
          "GZ10000204005000",
          "低标准入院（模型）",
          "low-threshold admission (model)",
          List.of("《医疗保障基金使用监督管理条例》第三十八条第（二）项"),
          Outcome.SUSPICION,
          probability -> probability,
          "该住院疑似低标准入院，模型概率%.1f%%；主要依据：%s。",
          "Probably admitted below the threshold of inpatient care (%.1f%%) because of: %s.");

  private static final ModelFindings.Voice UNUSUAL =
      new ModelFindings.Voice(
          "ML02-unusual-stay",
          "",
          "住院异常程度（模型）",
          "unusual stay (model)",
          List.of(),
          Outcome.STATISTIC,
          probability -> 1 - probability,
          "与同病组同级别住院相比，仅约%.2f%%的住院同样少见；主要在于：%s。",
          "Only about %.2f%% of stays are as unusual among their peers, because of: %s.");

  private final PublishedModel<LowThresholdModel> lowThreshold;
  private final PublishedModel<UnusualStayModel> unusual;
  private final String version;
  private final ModelFindings lowThresholdFindings;
  private final ModelFindings unusualFindings;

  private Scorer(
      PublishedModel<LowThresholdModel> lowThreshold, PublishedModel<UnusualStayModel> unusual) {
    this.lowThreshold = lowThreshold;
    this.unusual = unusual;
    this.version = lowThreshold.label() + "," + unusual.label();
    this.lowThresholdFindings = new ModelFindings(LOW_THRESHOLD, lowThreshold, version);
    this.unusualFindings = new ModelFindings(UNUSUAL, unusual, version);
  }

  /** The models that come with this code. They are trained on simulated data. */
  public static Scorer builtIn() {
    return new Scorer(
        ModelRegistry.builtIn(LowThresholdModel.NAME, LowThresholdModel.class),
        ModelRegistry.builtIn(UnusualStayModel.NAME, UnusualStayModel.class));
  }

  /**
   * The current models of a registry.
   *
   * @throws ModelRegistryException when a model is missing or not for this code
   */
  public static Scorer load(Path registry) throws IOException {
    ModelRegistry models = new ModelRegistry(registry);
    return new Scorer(
        models.load(LowThresholdModel.NAME, LowThresholdModel.class),
        models.load(UnusualStayModel.NAME, UnusualStayModel.class));
  }

  /** Names and versions of the models: {@code low-threshold@...,unusual-stay@...}. */
  public String version() {
    return version;
  }

  /** What the models have to tell of an encounter: nothing for most, and for all but stays. */
  public List<Finding> score(Encounter encounter, Timeline all) {
    if (!StayFacts.judgeable(encounter)) {
      return List.of();
    }
    StayFacts stay = StayFacts.of(encounter, all);
    return Stream.of(lowThresholdFindings, unusualFindings)
        .flatMap(model -> model.judge(encounter, stay).stream())
        .toList();
  }

  /** The scores of an encounter whatever the thresholds, empty unless it is a discharged stay. */
  public Optional<StayScores> scores(Encounter encounter, Timeline all) {
    if (!StayFacts.judgeable(encounter)) {
      return Optional.empty();
    }
    StayFacts stay = StayFacts.of(encounter, all);
    return Optional.of(
        new StayScores(lowThreshold.model().score(stay), unusual.model().score(stay)));
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.training.HistoryCollector;
import org.fundwatch.models.training.ModelTraining;
import org.fundwatch.models.training.TrainingConfig;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.simulation.TruthEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the models on a simulated history and publishes them to a registry. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the models on a simulated history, evaluates them on its last part and publishes"
          + " them to a registry.",
      "The figures are of simulated people and say so. Use the models with the setting models."
    })
final class TrainCommand implements Callable<Integer> {

  /** Of six parts of the history four train, one calibrates, one evaluates. */
  private static final int PARTS = 6;

  private static final int TRAINING_PARTS = 4;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private SimulationOptions options = new SimulationOptions();

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "12",
      description = "Length of the history, 6 or more (default: 12).")
  private int months;

  @Option(
      names = "--registry",
      paramLabel = "FOLDER",
      description = "Where the models go (default: models in the data folder).")
  private @Nullable Path registry;

  @Override
  public Integer call() throws CommandFailure {
    PrintWriter print = spec.commandLine().getOut();
    if (months < PARTS) {
      throw new CommandFailure("--months: %d; %d or more".formatted(months, PARTS));
    }
    Path folder = registry != null ? registry : common.settings().data().models();
    SimulationConfig config = options.config(months);
    print.println("simulating %d months of %d people".formatted(months, config.persons()));
    HistoryCollector history = new HistoryCollector();
    Simulation.run(config, history::add, truth -> label(history, truth));
    try {
      ModelTraining.Published published =
          ModelTraining.train(
              history.history().encounters(), training(config), folder, print::println);
      evaluation(print, published.lowThreshold(), published.lowThresholdEvaluation());
      evaluation(print, published.unusual(), published.unusualEvaluation());
      print.println("published to " + folder);
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage() + " (give more --persons or --months)", e);
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private TrainingConfig training(SimulationConfig config) {
    LocalDate calibration = config.from().plusMonths((long) months * TRAINING_PARTS / PARTS);
    LocalDate test = config.from().plusMonths((long) months * (TRAINING_PARTS + 1) / PARTS);
    return TrainingConfig.of(config.seed(), calibration, test, config.toString(), true);
  }

  private static void label(HistoryCollector history, TruthEntry truth) {
    if (truth.fraudulent()) {
      truth.encounterIds().forEach(id -> history.label(id, truth.fraud().name()));
    }
  }

  private static void evaluation(PrintWriter print, String version, Evaluation e) {
    print.println();
    print.println("%s, version %s, %s to %s".formatted(e.model(), version, e.from(), e.to()));
    print.println("  " + e.note());
    print.println(
        format(
            "  %d stays, %d labelled; ROC-AUC %.3f, PR-AUC %.3f",
            e.stays(), e.positives(), e.rocAuc(), e.prAuc()));
    Evaluation.AtThreshold told = e.threshold();
    print.println(
        format(
            "  at threshold %.3f: %d told, precision %.3f, recall %.3f",
            told.value(), told.told(), told.precision(), told.recall()));
    for (Evaluation.TopK top : e.topK()) {
      print.println(format("  precision at %d: %.3f", top.k(), top.precision()));
    }
    for (Evaluation.Baseline baseline : e.baselines()) {
      print.println(
          format(
              "  %s alone: ROC-AUC %.3f, PR-AUC %.3f",
              baseline.feature(), baseline.rocAuc(), baseline.prAuc()));
    }
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}

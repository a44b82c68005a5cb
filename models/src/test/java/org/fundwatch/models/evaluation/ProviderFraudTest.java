package org.fundwatch.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The same learner and the same measures on real labels: 4,328 providers of a public set, in five
 * folds. The label is mostly the provider's size, so the single column "total reimbursed" stands
 * beside the score. Skipped where the data is not at hand; prints the figures of docs/models.md.
 */
class ProviderFraudTest {
  private static final Path DATA = Path.of("../../shared/data/provider-fraud");
  private static final String SIZE = "TotalInscClaimAmtReimbursed";
  private static final List<String> NO_FEATURES =
      List.of(
          "Provider", "TotalTeDiagCode", "TotalTeProcCode"); // a name, and two made of the label
  private static final int FOLDS = 5;
  private static final LabelFactory LABELS = new LabelFactory();

  private List<String> columns;
  private double[][] rows;
  private boolean[] fraud;
  private int[] fold;

  // Before each test, not before all: a class that is skipped as a whole counts as no test at all.
  @BeforeEach
  void read() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "needs shared/data/provider-fraud beside the project");
    List<String> lines = Files.readAllLines(DATA.resolve("X_train_all_feature.csv"));
    List<String> labels = Files.readAllLines(DATA.resolve("y_train_all_feature.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    columns = header.stream().filter(name -> !NO_FEATURES.contains(name)).toList();
    int[] at = columns.stream().mapToInt(header::indexOf).toArray();
    rows =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(
                cells -> Arrays.stream(at).mapToDouble(i -> Double.parseDouble(cells[i])).toArray())
            .toArray(double[][]::new);
    fraud = new boolean[rows.length];
    for (int i = 0; i < fraud.length; i++) {
      fraud[i] = labels.get(i + 1).strip().startsWith("1");
    }
    fold = stratifiedFolds(20261122);
  }

  @Test
  void gradientBoosting_fiveFolds_beatsSizeAlone() {
    double[] boosted = new double[2];
    double[] size = new double[2];
    int sizeColumn = columns.indexOf(SIZE);
    for (int test = 0; test < FOLDS; test++) {
      int held = test;
      ToDoubleFunction<double[]> model = train(i -> fold[i] != held);
      add(boosted, ranking(i -> fold[i] == held, model));
      add(size, ranking(i -> fold[i] == held, row -> row[sizeColumn]));
    }
    System.out.printf(
        "provider-fraud, %d providers, %d folds: gradient boosting ROC-AUC %.4f PR-AUC %.4f;"
            + " %s alone %.4f %.4f%n",
        rows.length, FOLDS, boosted[0], boosted[1], SIZE, size[0], size[1]);

    assertThat(boosted[0]).isGreaterThan(size[0]);
    assertThat(boosted[1]).isGreaterThan(size[1]);
  }

  private static void add(double[] means, Ranking ranking) {
    means[0] += ranking.rocAuc() / FOLDS;
    means[1] += ranking.averagePrecision() / FOLDS;
  }

  private Ranking ranking(IntPredicate in, ToDoubleFunction<double[]> score) {
    int[] held = IntStream.range(0, rows.length).filter(in).toArray();
    double[] scores = new double[held.length];
    boolean[] labels = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      scores[i] = score.applyAsDouble(rows[held[i]]);
      labels[i] = fraud[held[i]];
    }
    return new Ranking(scores, labels);
  }

  private ToDoubleFunction<double[]> train(IntPredicate in) {
    MutableDataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("provider-fraud", LABELS), LABELS);
    IntStream.range(0, rows.length).filter(in).forEach(i -> data.add(example(rows[i], fraud[i])));
    var model =
        new XGBoostClassificationTrainer(
                XGBoostTrainer.BoosterType.GBTREE,
                XGBoostTrainer.TreeMethod.HIST,
                150,
                0.05,
                0,
                4,
                2,
                1,
                1,
                1,
                0,
                1,
                XGBoostTrainer.LoggingVerbosity.SILENT,
                1)
            .train(data);
    return row -> model.predict(example(row, false)).getOutputScores().get("fraud").getScore();
  }

  private Example<Label> example(double[] row, boolean fraudulent) {
    return new ArrayExample<>(
        new Label(fraudulent ? "fraud" : "none"), columns.toArray(String[]::new), row.clone());
  }

  private int[] stratifiedFolds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] folds = new int[fraud.length];
    for (boolean label : new boolean[] {true, false}) {
      int[] members = IntStream.range(0, fraud.length).filter(i -> fraud[i] == label).toArray();
      for (int i = members.length - 1; i >= 0; i--) {
        int j = random.nextInt(i + 1);
        folds[members[j]] = i % FOLDS;
        members[j] = members[i];
      }
    }
    return folds;
  }
}

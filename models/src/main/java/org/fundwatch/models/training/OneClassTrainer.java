package org.fundwatch.models.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.scoring.OneClass;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.anomaly.libsvm.LibSVMAnomalyTrainer;
import org.tribuo.anomaly.libsvm.SVMAnomalyType;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.LibSVMModel;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains a one-class support vector machine with Tribuo and lays it out in arrays. */
final class OneClassTrainer {

  /** Share of training stays that may lie outside of the ordinary, at most. */
  static final double NU = 0.05;

  /** Stays drawn for training: its cost grows with the square, and more change nothing. */
  static final int MAX_EXAMPLES = 6_000;

  /** Columns of the model: how a stay differs from its peers. */
  static final List<String> COLUMNS =
      List.of(
          "days_vs_peers",
          "cost_vs_peers",
          "day_cost_vs_peers",
          "diagnostic_share_vs_peers",
          "treatment_share_vs_peers",
          "material_share_vs_peers",
          "drug_share_vs_peers",
          "presence_share_vs_peers",
          "items_vs_peers",
          "active_share_vs_peers");

  /**
   * Width of the kernel; the best by average precision on the calibration period of a simulation.
   */
  static final double GAMMA = 2.0 / COLUMNS.size();

  private static final AnomalyFactory EVENTS = new AnomalyFactory();

  private OneClassTrainer() {}

  /** A trained machine as Tribuo has it and as it is scored. */
  record Trained(LibSVMModel<Event> model, OneClass flat) {}

  static Trained train(double[][] features, TrainingConfig config) {
    OneClass empty = machine(0, new double[0], new double[0]);
    MutableDataset<Event> data =
        new MutableDataset<>(new SimpleDataSourceProvenance(config.data(), EVENTS), EVENTS);
    for (double[] row : drawn(features, config.seed())) {
      data.add(example(empty.shaped(row)));
    }
    SVMParameters<Event> parameters =
        new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS), KernelType.RBF);
    parameters.setNu(NU);
    parameters.setGamma(GAMMA);
    svm.svm_set_print_string_function(line -> {}); // it would talk to standard output
    LibSVMModel<Event> model = new LibSVMAnomalyTrainer(parameters, config.seed()).train(data);
    return new Trained(model, flatten(model));
  }

  /** Shaped columns as Tribuo wants them. */
  static Example<Event> example(double[] shaped) {
    return new ArrayExample<>(
        AnomalyFactory.EXPECTED_EVENT, COLUMNS.toArray(String[]::new), shaped);
  }

  private static double[][] drawn(double[][] features, long seed) {
    double[][] drawn = features.clone();
    SplittableRandom random = new SplittableRandom(seed);
    int n = Math.min(MAX_EXAMPLES, drawn.length);
    for (int i = 0; i < n; i++) {
      int j = i + random.nextInt(drawn.length - i);
      double[] swapped = drawn[i];
      drawn[i] = drawn[j];
      drawn[j] = swapped;
    }
    return Arrays.copyOf(drawn, n);
  }

  private static OneClass flatten(LibSVMModel<Event> model) {
    svm_model machine = model.getInnerModels().get(0);
    int width = COLUMNS.size();
    double[] vectors = new double[machine.l * width];
    for (int v = 0; v < machine.l; v++) {
      for (svm_node node : machine.SV[v]) {
        String name = model.getFeatureIDMap().get(node.index).getName();
        vectors[v * width + COLUMNS.indexOf(name)] = node.value;
      }
    }
    return machine(machine.rho[0], Arrays.copyOf(machine.sv_coef[0], machine.l), vectors);
  }

  private static OneClass machine(double rho, double[] alphas, double[] vectors) {
    int[] columns = COLUMNS.stream().mapToInt(FeatureSchema::indexOf).toArray();
    return new OneClass(columns, GAMMA, rho, alphas, vectors);
  }
}

package org.fundwatch.models.registry;

import java.util.List;
import java.util.Map;
import org.fundwatch.models.features.Column;

/**
 * Where a model comes from. Java, system and architecture are kept because floating-point
 * mathematics differs between them and with it, at times, the trained model.
 *
 * @param name the model
 * @param algorithm how it was trained and calibrated
 * @param attribution how it explains itself, with the source of the method
 * @param library libraries with versions
 * @param settings hyper-parameters
 * @param seed of everything random
 * @param data where the examples come from
 * @param simulated true where they are simulated; every figure made from them says so
 * @param periods how the examples were split by day of discharge
 * @param schema version of the feature schema
 * @param features its columns
 * @param java version of Java
 * @param os operating system and architecture
 */
public record Provenance(
    String name,
    String algorithm,
    String attribution,
    String library,
    Map<String, String> settings,
    long seed,
    String data,
    boolean simulated,
    List<Period> periods,
    String schema,
    List<Column> features,
    String java,
    String os) {

  /**
   * One part of the examples.
   *
   * @param use training, calibration or test
   * @param from first day of discharge
   * @param to last day of discharge
   * @param stays how many stays
   * @param labelled how many of them carry the label
   */
  public record Period(String use, String from, String to, int stays, int labelled) {}

  public Provenance {
    settings = Map.copyOf(settings);
    periods = List.copyOf(periods);
    features = List.copyOf(features);
  }
}

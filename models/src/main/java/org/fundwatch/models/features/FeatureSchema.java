package org.fundwatch.models.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns that models see: those of {@link StayFeature}, then one comparison with the peers for
 * each that is compared. A model trained on another schema is refused.
 */
public final class FeatureSchema {

  /** Raised whenever the computation of a column changes while its name stays. */
  static final int REVISION = 1;

  static final List<StayFeature> OWN = StayFeature.ALL;
  static final List<StayFeature> COMPARED =
      OWN.stream().filter(feature -> feature.comparison() != Comparison.NONE).toList();

  /** Where each compared feature stands among {@link #OWN}. */
  static final List<Integer> COMPARED_AT = COMPARED.stream().map(OWN::indexOf).toList();

  private static final int HASH_BYTES = 8;
  private static final List<Column> COLUMNS = allColumns();
  private static final Map<String, Integer> INDEX =
      IntStream.range(0, COLUMNS.size())
          .boxed()
          .collect(Collectors.toUnmodifiableMap(i -> COLUMNS.get(i).name(), i -> i));
  private static final String VERSION = hash();

  private FeatureSchema() {}

  /** All columns, in the order of a feature vector. */
  public static List<Column> columns() {
    return COLUMNS;
  }

  /**
   * A column by its name.
   *
   * @throws IllegalArgumentException when the schema has none of that name
   */
  public static Column column(String name) {
    return COLUMNS.get(indexOf(name));
  }

  /** Position of a column in a feature vector; throws as {@link #column}. */
  public static int indexOf(String name) {
    Integer index = INDEX.get(name);
    if (index == null) {
      throw new IllegalArgumentException("feature '%s': not in schema %s".formatted(name, VERSION));
    }
    return index;
  }

  /** Sixteen hexadecimal digits of the names, units and revision. */
  public static String version() {
    return VERSION;
  }

  private static List<Column> allColumns() {
    List<Column> columns = new ArrayList<>();
    OWN.forEach(feature -> columns.add(feature.column()));
    for (StayFeature feature : COMPARED) {
      Column own = feature.column();
      columns.add(
          new Column(
              own.name() + "_vs_peers", own.zh() + "比同病组同级别", own.en() + " against peers", "sd"));
    }
    return List.copyOf(columns);
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Integer.toString(REVISION).getBytes(StandardCharsets.UTF_8));
      for (Column column : COLUMNS) {
        digest.update(
            ('\n' + column.name() + ' ' + column.unit()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

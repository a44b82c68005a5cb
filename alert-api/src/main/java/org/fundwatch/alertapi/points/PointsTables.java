package org.fundwatch.alertapi.points;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.term.TableFile;
import org.fundwatch.alertapi.standing.Validity;
import org.jspecify.annotations.Nullable;

/**
 * What points are given for and what follows from them, by region and date. What no row says does
 * not exist: no value is made up.
 */
record PointsTables(
    List<PointsGround> grounds, List<PointsConsequence> consequences, List<PointsTerm> terms) {
  /** Working days for an objection, from the day after the approval. */
  static final String OBJECTION = "objection";

  /** Points of a year that can be repaired. */
  static final String REPAIR = "repair";

  /**
   * What points are given for.
   *
   * @param least points
   * @param most points
   * @param outcomes that its case must have one of; none where no case is needed
   */
  public record PointsGround(
      String key, String zh, int least, int most, Set<Disposition> outcomes, Validity validity)
      implements Validity.Row {
    private static final String COLUMNS = "ground,zh,least,most,outcomes";

    private static PointsGround of(TableFile.Row row) {
      int most = (int) row.positive("most");
      if (row.positive("least") > most) {
        throw row.wrong("least", row.text("least"), "1 to " + most);
      }
      return new PointsGround(
          row.text("ground"),
          row.text("zh"),
          (int) row.positive("least"),
          most,
          Arrays.stream(row.text("outcomes").split(" "))
              .filter(Predicate.not(String::isEmpty))
              .map(name -> outcome(row, name))
              .collect(Collectors.toUnmodifiableSet()),
          Validity.of(row));
    }

    private static Disposition outcome(TableFile.Row row, String name) {
      return Arrays.stream(Disposition.values())
          .filter(disposition -> disposition.name().equals(name))
          .findFirst()
          .orElseThrow(() -> row.wrong("outcomes", name, Arrays.toString(Disposition.values())));
    }
  }

  /** Which points count towards a consequence. */
  public enum Basis {
    /** All of a natural year. */
    YEAR,
    /** Those of one entry. */
    ONCE
  }

  /**
   * What follows from points.
   *
   * @param points from which on
   * @param monthsLeast it lasts
   * @param monthsMost it lasts
   */
  public record PointsConsequence(
      String key,
      String zh,
      PointsMeasure.Kind kind,
      Basis basis,
      int points,
      int monthsLeast,
      int monthsMost,
      Validity validity)
      implements Validity.Row {
    private static final String COLUMNS = "measure,zh,kind,basis,points,monthsLeast,monthsMost";

    private static PointsConsequence of(TableFile.Row row) {
      int most = row.count("monthsMost");
      if (row.count("monthsLeast") > most) {
        throw row.wrong("monthsLeast", row.text("monthsLeast"), "0 to " + most);
      }
      return new PointsConsequence(
          row.text("measure"),
          row.text("zh"),
          row.constant("kind", PointsMeasure.Kind.class),
          row.constant("basis", Basis.class),
          (int) row.positive("points"),
          row.count("monthsLeast"),
          most,
          Validity.of(row));
    }
  }

  /** A number. */
  public record PointsTerm(String key, int value, Validity validity) implements Validity.Row {
    private static final Set<String> KEYS = Set.of(OBJECTION, REPAIR);

    private static PointsTerm of(TableFile.Row row) {
      if (!KEYS.contains(row.text("key"))) {
        throw row.wrong("key", row.text("key"), OBJECTION + ", " + REPAIR);
      }
      return new PointsTerm(row.text("key"), (int) row.positive("value"), Validity.of(row));
    }
  }

  /**
   * Our tables, with those of an installation in their place.
   *
   * @param folder with {@code points-grounds.csv} and the like, null for none
   */
  static PointsTables of(@Nullable Path folder) {
    return new PointsTables(
        Validity.table(
            folder,
            PointsTables.class,
            "points-grounds.csv",
            PointsGround.COLUMNS,
            PointsGround::of),
        Validity.table(
            folder,
            PointsTables.class,
            "points-measures.csv",
            PointsConsequence.COLUMNS,
            PointsConsequence::of),
        Validity.table(
            folder, PointsTables.class, "points-terms.csv", "key,value", PointsTerm::of));
  }

  Optional<PointsTerm> term(String key, String region, LocalDate day) {
    return Validity.find(terms, key, region, day);
  }
}

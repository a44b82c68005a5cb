package org.fundwatch.domain.reference;

import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.settlement.Grouping;

/**
 * Groups a stay for payment after the build of CHS-DRG: main diagnosis and operations lead to a
 * basic group, secondary diagnoses to its last character. A small grouper over our own tables and
 * weights, not a certified one. Thread-safe.
 */
public final class Grouper {

  private static final String DIED = "5";
  private static final int SAME_DISEASE = 3;
  private static final int WEIGHT_ONE_E4 = 10_000;

  private final Reference reference;

  public Grouper(Reference reference) {
    this.reference = reference;
  }

  /**
   * What is coded of a stay.
   *
   * @param mainDiagnosis code of the main diagnosis
   * @param otherDiagnoses codes of the others
   * @param operations codes of operations and procedures
   * @param age in completed years
   * @param dischargeWay {@code dscg_way}
   * @param level {@code hosp_lv}, which sets the payment standard
   */
  public record Coded(
      String mainDiagnosis,
      List<String> otherDiagnoses,
      List<String> operations,
      int age,
      String dischargeWay,
      String level) {

    public Coded {
      otherDiagnoses = List.copyOf(otherDiagnoses);
      operations = List.copyOf(operations);
    }

    /** The same stay without one of its other diagnoses. */
    public Coded without(String diagnosis) {
      List<String> rest =
          otherDiagnoses.stream().filter(other -> !other.equals(diagnosis)).toList();
      return new Coded(mainDiagnosis, rest, operations, age, dischargeWay, level);
    }
  }

  /** The group with weight and payment standard; empty where no group takes the stay. */
  public Optional<Grouping> group(Coded stay) {
    return adrg(stay)
        .flatMap(adrg -> member(adrg, complication(stay)))
        .map(
            group ->
                new Grouping(
                    "DRG", group.code(), group.weightE4(), standardFen(group, stay.level())));
  }

  /** The basic group, three characters; empty where none takes the stay. */
  public Optional<String> adrg(Coded stay) {
    return reference.adrgs().stream()
        .filter(entry -> entry.takes(stay.mainDiagnosis(), stay.operations(), stay.age()))
        .map(AdrgEntry::code)
        .findFirst();
  }

  /** The highest complication among the other diagnoses that counts. */
  public Complication complication(Coded stay) {
    Complication highest = Complication.NONE;
    for (String code : stay.otherDiagnoses()) {
      Complication one = counts(code, stay) ? complicationOf(code) : Complication.NONE;
      highest = one.compareTo(highest) > 0 ? one : highest;
    }
    return highest;
  }

  // A stage of the same disease is no complication of it, and arrest or shock of one who died is
  // how they died.
  private static boolean counts(String code, Coded stay) {
    boolean same = code.regionMatches(0, stay.mainDiagnosis(), 0, SAME_DISEASE);
    boolean dying = code.startsWith("I46") || code.startsWith("R57");
    return !same && !(dying && stay.dischargeWay().equals(DIED));
  }

  private Complication complicationOf(String code) {
    return reference.diagnosis(code).map(DiagnosisEntry::complication).orElse(Complication.NONE);
  }

  private Optional<DrgGroup> member(String adrg, Complication complication) {
    String wanted =
        switch (complication) {
          case MCC -> "1";
          case CC -> "3";
          case NONE -> "5";
        };
    return reference.group(adrg + wanted).or(() -> reference.group(adrg + "9"));
  }

  private long standardFen(DrgGroup group, String level) {
    return reference
        .level(level)
        .map(found -> found.baseRateFen() * group.weightE4() / WEIGHT_ONE_E4)
        .orElse(0L);
  }
}

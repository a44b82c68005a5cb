package org.fundwatch.domain.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fundwatch.domain.settlement.Grouping;

/**
 * Groups a stay for payment after the build of CHS-DRG: main diagnosis and operations lead to a
 * basic group, secondary diagnoses to its last character. A small grouper, not a certified one;
 * what it knows is in its tables. Thread-safe.
 */
public final class Grouper {

  private static final String DIED = "5";

  private final GroupingTables tables;

  public Grouper(GroupingTables tables) {
    this.tables = tables;
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
    return adrg(stay).flatMap(adrg -> member(adrg, stay));
  }

  /** The basic group, three characters; empty where none takes the stay. */
  public Optional<String> adrg(Coded stay) {
    for (AdrgEntry entry : tables.adrgs()) {
      if (entry.takes(stay.mainDiagnosis(), stay.operations(), stay.age())) {
        return Optional.of(entry.code());
      }
    }
    return Optional.empty();
  }

  /** The highest complication among the other diagnoses that counts. */
  public Complication complication(Coded stay) {
    Complication highest = Complication.NONE;
    for (String code : stay.otherDiagnoses()) {
      Complication one = complication(code, stay);
      highest = one.compareTo(highest) > 0 ? one : highest;
    }
    return highest;
  }

  /**
   * What a diagnosis counts as beside the main one of a stay. Arrest or shock of one who died is
   * how they died.
   */
  public Complication complication(String code, Coded stay) {
    boolean dying = code.startsWith("I46") || code.startsWith("R57");
    return dying && stay.dischargeWay().equals(DIED)
        ? Complication.NONE
        : tables.complication(code, stay.mainDiagnosis());
  }

  // Where a basic group has no member of its own for a complication, the next lower one takes the
  // stay; 9 is that of an undivided group.
  private Optional<Grouping> member(String adrg, Coded stay) {
    String members =
        switch (complication(stay)) {
          case MCC -> "1359";
          case CC -> "359";
          case NONE -> "59";
        };
    for (int i = 0; i < members.length(); i++) {
      String group = adrg + members.charAt(i);
      OptionalInt weight = tables.weightE4(group);
      if (weight.isPresent()) {
        return Optional.of(
            new Grouping("DRG", group, weight.getAsInt(), tables.standardFen(group, stay.level())));
      }
    }
    return Optional.empty();
  }
}

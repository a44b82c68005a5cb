package org.fundwatch.domain.reference;

import java.util.List;

/**
 * A basic group (ADRG) and what leads to it. The table's order is the order of precedence.
 *
 * @param code three characters, of CHS-DRG shape
 * @param name Chinese name
 * @param english English name
 * @param diagnoses beginnings of the main diagnosis, any where empty
 * @param operations beginnings of an operation, none needed where empty
 * @param maxAge oldest age in years
 */
public record AdrgEntry(
    String code,
    String name,
    String english,
    List<String> diagnoses,
    List<String> operations,
    int maxAge) {

  public AdrgEntry {
    diagnoses = List.copyOf(diagnoses);
    operations = List.copyOf(operations);
  }

  boolean takes(String mainDiagnosis, List<String> coded, int age) {
    return age <= maxAge
        && (diagnoses.isEmpty() || begins(mainDiagnosis, diagnoses))
        && (operations.isEmpty() || anyBegins(coded, operations));
  }

  private static boolean anyBegins(List<String> codes, List<String> beginnings) {
    for (String code : codes) {
      if (begins(code, beginnings)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String code, List<String> beginnings) {
    for (String beginning : beginnings) {
      if (code.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}

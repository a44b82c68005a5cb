package org.fundwatch.simulation;

import java.util.List;

/** The regular drugs of chronic diseases. */
final class ChronicCare {

  static final List<String> DISEASES = List.of("I10.x00x002", "E11.900", "I25.103", "J44.900");

  private ChronicCare() {}

  /** How often a disease is treated, against hypertension. */
  static double share(String disease) {
    return switch (disease) {
      case "I10.x00x002" -> 1;
      case "E11.900" -> .5;
      case "I25.103" -> .4;
      default -> .2;
    };
  }

  /** From which age it is treated. */
  static int youngest(String disease) {
    return disease.startsWith("J44") || disease.startsWith("I25") ? 45 : 18;
  }

  /** English names of the drugs of which a patient takes one. */
  static List<String> drugs(String disease) {
    return switch (disease) {
      case "I10.x00x002" ->
          List.of(
              "Amlodipine tablets",
              "Valsartan capsules",
              "Nifedipine controlled release",
              "Metoprolol");
      case "E11.900" -> List.of("Metformin tablets", "Glimepiride tablets");
      case "I25.103" -> List.of("Aspirin tablets", "Atorvastatin tablets", "Clopidogrel tablets");
      default -> List.of("Tiotropium powder", "Budesonide and formoterol");
    };
  }
}

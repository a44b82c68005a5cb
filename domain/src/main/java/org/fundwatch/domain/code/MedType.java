package org.fundwatch.domain.code;

import java.util.Map;

/**
 * Groups the dictionary {@code med_type}. By table and not by first digit: 52 is a stay, and
 * provinces add codes of their own under a national prefix (140101 is a kind of 14).
 */
public enum MedType {
  OUTPATIENT,
  INPATIENT,
  PHARMACY,
  /** A local code: kept, judged only by what needs no visit type. */
  OTHER;

  private static final Map<String, MedType> BY_PREFIX =
      Map.ofEntries(
          Map.entry("11", OUTPATIENT),
          Map.entry("12", OUTPATIENT),
          Map.entry("13", OUTPATIENT),
          Map.entry("14", OUTPATIENT),
          Map.entry("15", OUTPATIENT),
          Map.entry("16", OUTPATIENT),
          Map.entry("19", OUTPATIENT),
          Map.entry("51", OUTPATIENT),
          Map.entry("53", OUTPATIENT),
          Map.entry("21", INPATIENT),
          Map.entry("22", INPATIENT),
          Map.entry("23", INPATIENT),
          Map.entry("24", INPATIENT),
          Map.entry("25", INPATIENT),
          Map.entry("26", INPATIENT),
          Map.entry("27", INPATIENT),
          Map.entry("28", INPATIENT),
          Map.entry("52", INPATIENT),
          Map.entry("41", PHARMACY));

  /** The group of a {@code med_type} code. */
  public static MedType of(String code) {
    return code.length() < 2 ? OTHER : BY_PREFIX.getOrDefault(code.substring(0, 2), OTHER);
  }
}

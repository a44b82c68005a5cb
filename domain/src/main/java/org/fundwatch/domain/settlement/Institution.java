package org.fundwatch.domain.settlement;

/**
 * A designated hospital or pharmacy.
 *
 * @param code {@code fixmedins_code}: H or P, then 11 digits
 * @param name {@code fixmedins_name}
 * @param level {@code hosp_lv}, empty when not stated
 * @param region {@code fix_blng_admdvs}, six digits
 */
public record Institution(String code, String name, String level, String region) {

  /** True for a pharmacy: its code begins with P. */
  public boolean pharmacy() {
    return code.startsWith("P");
  }
}

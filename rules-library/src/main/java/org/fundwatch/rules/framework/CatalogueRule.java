package org.fundwatch.rules.framework;

/**
 * A rule of our catalogue, or one of its data gates (DQ01 to DQ08).
 *
 * @param id such as IP01; the ids of the rules that implement it begin with it
 * @param name in Chinese
 * @param gate where it is decided outside of the rules, empty for a rule
 * @param gap why settlements do not tell
 */
public record CatalogueRule(String id, String name, String gate, Gap gap) {

  /** True for a data gate, which is none of the 112. */
  public boolean isDataGate() {
    return id.startsWith("DQ");
  }
}

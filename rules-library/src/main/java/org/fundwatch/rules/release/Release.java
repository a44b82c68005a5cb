package org.fundwatch.rules.release;

import java.util.List;

/**
 * A release as it was understood.
 *
 * @param file its name
 * @param read rows that should say something: neither headers nor titles, sums and remarks
 * @param remarks rows that say nothing about an item: titles, sums, remarks at the end
 * @param entries what was understood; a row may say several things, or say what another row's code
 *     is limited to
 * @param refusals the rows that were not understood
 */
public record Release(
    String file, int read, int remarks, List<Entry> entries, List<Refusal> refusals) {

  public Release {
    entries = List.copyOf(entries);
    refusals = List.copyOf(refusals);
  }

  /** Rows that were understood. */
  public int understood() {
    return read - refusals.size();
  }
}

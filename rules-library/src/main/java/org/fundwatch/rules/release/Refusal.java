package org.fundwatch.rules.release;

/**
 * A row that could not be understood.
 *
 * @param file name of the release
 * @param sheet in it
 * @param row as the spreadsheet counts, from 1
 * @param found what stands there
 * @param allowed what could be understood instead
 */
public record Refusal(String file, String sheet, int row, String found, String allowed) {

  /** {@code file: sheet!row: found; allowed}. */
  @Override
  public String toString() {
    return "%s: %s!%d: %s; %s".formatted(file, sheet, row, found, allowed);
  }
}

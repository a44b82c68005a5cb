package org.fundwatch.standalone.ingest;

import java.nio.file.Path;

/**
 * A row that is not sent, or not sent whole, and why.
 *
 * @param file where
 * @param line the row's first line, from 1
 * @param field the column, or the field of the national interface; {@code $} for the row as a whole
 * @param found what was there; never a personal value
 * @param allowed what would have been right
 */
public record Refusal(Path file, long line, String field, String found, String allowed) {

  @Override
  public String toString() {
    return "%s:%d: %s: %s; %s".formatted(file, line, field, found, allowed);
  }
}

package org.fundwatch.domain.json;

/**
 * Something wrong with an event: where, what was found, what is allowed.
 *
 * @param path the field, such as {@code feedetail[2].cnt}; {@code $} for the whole text
 * @param found the value found, quoted and shortened; of a personal field only its length
 * @param allowed what would have been right
 */
public record Fault(String path, String found, String allowed) {

  @Override
  public String toString() {
    return path + ": " + found + "; " + allowed;
  }
}

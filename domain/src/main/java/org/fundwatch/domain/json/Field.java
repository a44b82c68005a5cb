package org.fundwatch.domain.json;

/**
 * A field of the national interface as we read it.
 *
 * @param key its name in JSON
 * @param type how its value is written
 * @param presence when it must be there
 * @param personal true where a value must never be repeated in an error text
 * @param meaning its Chinese name, then the name of our record component
 */
public record Field(
    String key, FieldType type, Presence presence, boolean personal, String meaning) {

  /** When a field must be there. */
  public enum Presence {
    REQUIRED,
    OPTIONAL
  }

  static Field required(String key, FieldType type, String meaning) {
    return new Field(key, type, Presence.REQUIRED, false, meaning);
  }

  static Field optional(String key, FieldType type, String meaning) {
    return new Field(key, type, Presence.OPTIONAL, false, meaning);
  }

  /** The same field, holding personal data. */
  Field personalData() {
    return new Field(key, type, presence, true, meaning);
  }
}

package org.fundwatch.rules.check;

/**
 * That a rule can only hold where a knowledge table has rows for a code of its subject. What is
 * required this way need not be evaluated anywhere else.
 *
 * @param part which code of the subject
 * @param prefix length of the beginning of the code that is looked up, 0 for the whole code
 * @param table name of the table
 */
public record Requirement(Part part, int prefix, String table) {

  /** Codes of a subject that an index can be made of. */
  public enum Part {
    /** The one item that a line, an item's day or an item's use is about. */
    ITEM,
    /** The main diagnosis of an encounter or settlement. */
    MAIN_DIAGNOSIS,
    /** Any diagnosis of an encounter or settlement. */
    ANY_DIAGNOSIS,
    /** Any item of an encounter or settlement. */
    ANY_ITEM,
    /** The person's token. */
    PERSON,
    /** The institution of an encounter or settlement. */
    INSTITUTION
  }

  /** The key that is looked up for a code. */
  public String key(String code) {
    return prefix == 0 || code.length() <= prefix ? code : code.substring(0, prefix);
  }
}

package org.fundwatch.alertapi.procedure;

/**
 * A file of a case.
 *
 * @param sequence of the entry that attached it
 * @param name that it came under
 * @param type what its first bytes say it is
 * @param size in bytes
 * @param sha256 of its bytes in hexadecimal
 * @param sm3 of its bytes in hexadecimal (GB/T 32905)
 * @param at epoch milliseconds
 * @param by user name
 */
public record AttachedFile(
    int sequence,
    String name,
    String type,
    long size,
    String sha256,
    String sm3,
    long at,
    String by) {

  boolean isSame(AttachedFile other) {
    return sha256.equals(other.sha256);
  }

  /** The same as another case's. */
  AttachedFile in(int entry) {
    return new AttachedFile(entry, name, type, size, sha256, sm3, at, by);
  }
}

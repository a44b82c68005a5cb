package org.fundwatch.alertapi.procedure;

/**
 * A paper on file.
 *
 * @param sequence of the entry that filed it; its name within the case
 * @param at epoch milliseconds
 * @param by user name
 * @param attachment SHA-256 of the file in hexadecimal, empty for paper alone
 * @param withdrawn true when it was taken off the file again
 */
public record FiledDocument(
    int sequence,
    DocumentKind kind,
    String title,
    long at,
    String by,
    String attachment,
    boolean withdrawn) {

  FiledDocument takenOff() {
    return new FiledDocument(sequence, kind, title, at, by, attachment, true);
  }
}

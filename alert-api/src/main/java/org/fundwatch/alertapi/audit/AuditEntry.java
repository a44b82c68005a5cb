package org.fundwatch.alertapi.audit;

import org.fundwatch.alertapi.journal.EntryDocument;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.privacy.Mask;

/**
 * Something that somebody did or looked at.
 *
 * @param kind what it happened to; USER for looks and grants
 * @param stream id of what it happened to
 * @param sequence number among what happened to it
 * @param type what was done, such as REVEALED
 * @param at epoch milliseconds
 * @param by user name
 * @param body what was written down about a user, as JSON, masked; empty for the other kinds, whose
 *     own pages show it to those who may see them
 */
public record AuditEntry(
    Kind kind, String stream, int sequence, String type, long at, String by, String body) {

  static AuditEntry of(EntryDocument entry) {
    return new AuditEntry(
        entry.kind(),
        entry.stream(),
        entry.sequence(),
        entry.type(),
        entry.at(),
        entry.by(),
        entry.kind() == Kind.USER ? Mask.text(entry.body()) : "");
  }
}

package org.fundwatch.alertapi.register;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A record of a register as it stands.
 *
 * @param id of it
 * @param sequence grows by one with every change
 * @param owner who registered it
 * @param openedAt epoch milliseconds
 * @param changedAt epoch milliseconds
 * @param content the record
 * @param ending how it was ended by hand, null while it was not
 */
public record Registered<T>(
    String id,
    int sequence,
    String owner,
    long openedAt,
    long changedAt,
    T content,
    @Nullable Ending ending) {

  /** What can happen to a record. */
  enum Step {
    OPENED,
    CHANGED,
    ENDED
  }

  /**
   * The end of a record.
   *
   * @param by user name
   * @param at epoch milliseconds
   * @param reason why
   */
  public record Ending(String by, long at, String reason) {}

  /** Why, as the journal keeps it. */
  record Reason(String reason) {}

  /** The same with other content. */
  public Registered<T> with(T other) {
    return new Registered<>(id, sequence, owner, openedAt, changedAt, other, ending);
  }

  /** True until it is ended by hand. */
  public boolean open() {
    return ending == null;
  }

  /**
   * The record that entries make.
   *
   * @param entries of its stream, 1 or more
   */
  static <T> Registered<T> of(List<Entry> entries, Class<T> form) {
    var first = entries.get(0);
    var content = first.body(form);
    Ending ending = null;
    for (var entry : entries) {
      switch (Step.valueOf(entry.type())) {
        case OPENED, CHANGED -> content = entry.body(form);
        case ENDED ->
            ending = new Ending(entry.by(), entry.at(), entry.body(Reason.class).reason());
      }
    }
    var last = entries.get(entries.size() - 1);
    return new Registered<>(
        first.stream().id(), last.sequence(), first.by(), first.at(), last.at(), content, ending);
  }
}

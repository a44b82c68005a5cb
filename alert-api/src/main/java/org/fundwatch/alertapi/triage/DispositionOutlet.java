package org.fundwatch.alertapi.triage;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.fundwatch.alertapi.alert.Recheck;
import org.fundwatch.alertapi.alert.Triage;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.alert.TriageEvent.Facts;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Outlet;
import org.fundwatch.alertapi.journal.StreamId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tells rules and models what became of the alerts that they raised. Thread-safe. */
@Component
final class DispositionOutlet implements Outlet {
  private static final Set<Action> DECIDING =
      Set.of(Action.DISMISSED, Action.CONFIRMED, Action.REOPENED);

  /** Topic of the outcomes of alerts, keyed by alert. */
  static final String TOPIC = "dispositions";

  /**
   * An outcome; nothing that anybody has typed.
   *
   * @param sequence of the decision among what people did about the alert: a reader that knows it
   *     already, or a later one, has seen this
   * @param version of the alert that was decided on
   * @param rules that had raised it
   * @param disposition name, empty when a decision was taken back
   * @param amountFen at risk
   * @param at epoch milliseconds
   */
  record Outcome(
      String alertId,
      int sequence,
      int version,
      List<String> rules,
      String disposition,
      long amountFen,
      long at) {}

  private final Function<StreamId, List<Entry>> streams;

  @Autowired
  DispositionOutlet(Journal journal) {
    this(journal::read);
  }

  /**
   * @param streams the entries of a stream, in order
   */
  DispositionOutlet(Function<StreamId, List<Entry>> streams) {
    this.streams = streams;
  }

  @Override
  public Kind kind() {
    return Kind.ALERT;
  }

  @Override
  public List<Message> messages(Entry entry) {
    var facts = entry.body(Facts.class);
    var action = Action.valueOf(entry.type());
    if (DECIDING.contains(action)) {
      return told(entry, facts, facts.detail());
    }
    if (action == Action.RECHECKED && facts.detail().equals(Recheck.DISAGREED.name())) {
      return told(entry, facts, "");
    }
    return action == Action.UNDONE ? undone(entry, facts) : List.of();
  }

  /** What was undone, if it was a decision, is taken back; a decision that it took back holds. */
  private List<Message> undone(Entry entry, Facts facts) {
    var entries = streams.apply(entry.stream()).subList(0, entry.sequence());
    var before = Triage.of(entries.subList(0, entry.sequence() - 1)).disposition();
    var after = Triage.of(entries).disposition();
    return before.equals(after) ? List.of() : told(entry, facts, after);
  }

  private static List<Message> told(Entry entry, Facts facts, String disposition) {
    var outcome =
        new Outcome(
            entry.stream().id(),
            entry.sequence(),
            facts.alertVersion(),
            facts.rules(),
            disposition,
            facts.amountFen(),
            entry.at());
    return List.of(new Message(TOPIC, outcome.alertId(), outcome));
  }
}

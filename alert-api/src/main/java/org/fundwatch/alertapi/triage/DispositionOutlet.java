package org.fundwatch.alertapi.triage;

import java.util.List;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.alert.TriageEvent.Facts;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Outlet;
import org.springframework.stereotype.Component;

/** Tells rules and models what became of the alerts that they raised. Thread-safe. */
@Component
final class DispositionOutlet implements Outlet {
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

  @Override
  public Kind kind() {
    return Kind.ALERT;
  }

  @Override
  public List<Message> messages(Entry entry) {
    var action = Action.valueOf(entry.type());
    if (action != Action.DISMISSED && action != Action.CONFIRMED && action != Action.REOPENED) {
      return List.of();
    }
    var facts = entry.body(Facts.class);
    var outcome =
        new Outcome(
            entry.stream().id(),
            entry.sequence(),
            facts.alertVersion(),
            facts.rules(),
            facts.detail(),
            facts.amountFen(),
            entry.at());
    return List.of(new Message(TOPIC, outcome.alertId(), outcome));
  }
}

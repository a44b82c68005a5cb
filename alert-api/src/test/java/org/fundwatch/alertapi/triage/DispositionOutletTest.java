package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Outlet.Message;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.triage.DispositionOutlet.Outcome;
import org.junit.jupiter.api.Test;

final class DispositionOutletTest {
  private static final StreamId ALERT = new StreamId(Kind.ALERT, "A1");
  private static final String FACTS =
      "{\"alertVersion\":3,\"amountFen\":123456,\"detail\":\"%s\",\"reason\":\"李某说\","
          + "\"rules\":[\"IP01\",\"ML02\"]}";

  private final List<Entry> log = new ArrayList<>();
  private final DispositionOutlet outlet = new DispositionOutlet(stream -> log);

  @Test
  void decision_isToldWithItsRulesAndWithoutWhatWasTyped() {
    var messages = outlet.messages(entry(2, "CONFIRMED", "FRAUD_40"));

    assertThat(messages)
        .containsExactly(
            new Message(
                "dispositions",
                "A1",
                new Outcome("A1", 2, 3, List.of("IP01", "ML02"), "FRAUD_40", 123_456, 1_000)));
    assertThat(messages.toString()).doesNotContain("李某");
  }

  @Test
  void decision_takenBack_isToldAsNone() {
    assertThat(outlet.messages(entry(3, "REOPENED", "")))
        .extracting(message -> ((Outcome) message.value()).disposition())
        .containsExactly("");
  }

  @Test
  void decision_undone_isToldAsNone_andTakingBackUndone_asWhatItWas() {
    log.add(entry(1, "CONFIRMED", "FRAUD_40"));
    log.add(entry(2, "UNDONE", "1"));
    assertThat(told(log.get(1))).containsExactly("");

    log.clear();
    log.add(entry(1, "CONFIRMED", "FRAUD_40"));
    log.add(entry(2, "REOPENED", ""));
    log.add(entry(3, "UNDONE", "2"));
    // What came after does not matter.
    log.add(entry(4, "REOPENED", ""));
    assertThat(told(log.get(2))).containsExactly("FRAUD_40");

    log.clear();
    log.add(entry(1, "LABELLED", "重点"));
    log.add(entry(2, "UNDONE", "1"));
    assertThat(told(log.get(1))).isEmpty();
  }

  @Test
  void secondLook_isToldWhenItDisagrees() {
    assertThat(told(entry(2, "RECHECKED", "DISAGREED"))).containsExactly("");
    assertThat(told(entry(2, "RECHECKED", "AGREED"))).isEmpty();
  }

  private List<String> told(Entry entry) {
    return outlet.messages(entry).stream()
        .map(message -> ((Outcome) message.value()).disposition())
        .toList();
  }

  @Test
  void rest_isNotTold() {
    assertThat(outlet.messages(entry(1, "ASSIGNED", "li"))).isEmpty();
    assertThat(outlet.messages(entry(4, "ADDED_TO_CASE", "C1"))).isEmpty();
  }

  private static Entry entry(int sequence, String type, String detail) {
    return new Entry(ALERT, sequence, type, 1_000, "li", FACTS.formatted(detail), "", "");
  }
}

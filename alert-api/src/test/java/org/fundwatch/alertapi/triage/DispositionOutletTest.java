package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

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

  private final DispositionOutlet outlet = new DispositionOutlet();

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
  void rest_isNotTold() {
    assertThat(outlet.messages(entry(1, "ASSIGNED", "li"))).isEmpty();
    assertThat(outlet.messages(entry(4, "ADDED_TO_CASE", "C1"))).isEmpty();
  }

  private static Entry entry(int sequence, String type, String detail) {
    return new Entry(ALERT, sequence, type, 1_000, "li", FACTS.formatted(detail), "", "");
  }
}

package org.fundwatch.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final int EVENTS = 700;

  @TempDir private Path folder;

  @Test
  void simulate_thenOpen_givesSoundEventsWithTheirKeys() throws Exception {
    EventFile file = EventFile.simulate(folder.resolve("new/events"), 5, EVENTS);

    try (EventReader events = file.open()) {
      SettlementEventReader reader = new SettlementEventReader();
      long bytes = 0;
      for (int i = 0; i < EVENTS; i++) {
        Event event = events.next();
        bytes += event.json().length;
        assertThat(reader.read(event.json()))
            .isInstanceOfSatisfying(
                Parsed.Accepted.class,
                parsed -> {
                  SettlementEvent read = parsed.event();
                  assertThat(event.messageId()).isEqualTo(read.messageId());
                  assertThat(event.person()).isEqualTo(read.settlement().person().id());
                });
      }
      assertThat(file.meanBytes()).isEqualTo(bytes / EVENTS).isGreaterThan(500);
      assertThat(file.meanLines()).isBetween(10.0, 11.0);
      assertThatThrownBy(events::next)
          .isInstanceOf(IOException.class)
          .hasMessage(file.file() + ": no more events; ask for those it was made with");
    }
  }

  @Test
  void simulate_sameSeed_givesTheSameBytes() throws Exception {
    EventFile one = EventFile.simulate(folder.resolve("one"), 6, EVENTS);
    EventFile two = EventFile.simulate(folder.resolve("two"), 6, EVENTS);

    assertThat(Files.mismatch(one.file(), two.file())).isEqualTo(-1);
  }
}

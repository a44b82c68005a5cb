package org.fundwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SimulationConfigTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  @Test
  void config_outOfRange_isNamedWithWhatIsAllowed() {
    assertThatThrownBy(() -> new SimulationConfig(1, 10, 120, MARCH, 1, 1, 2))
        .hasMessage("persons: 10; at least 2000");
    assertThatThrownBy(() -> new SimulationConfig(1, 5000, 120, MARCH, 0, 1, 2))
        .hasMessage("months: 0; from 1 to 60");
    assertThatThrownBy(() -> new SimulationConfig(1, 5000, 120, MARCH, 1, -1, 2))
        .hasMessage("fraudScale: -1.0; from 0 to 1000");
  }

  @Test
  void run_withoutFraud_hasLookAlikesOnly() {
    SampleRun run = SampleRun.of(new SimulationConfig(1, 5_000, 60, MARCH, 1, 0, 1));

    assertThat(run.truth).isNotEmpty().noneMatch(TruthEntry::fraudulent);
  }
}

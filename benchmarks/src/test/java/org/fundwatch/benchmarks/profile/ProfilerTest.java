package org.fundwatch.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.fundwatch.benchmarks.profile.Profile.Share;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.junit.jupiter.api.Test;

class ProfilerTest {

  private static final byte[] JSON =
      ("{\"setlinfo\": {" + "\"mdtrt_id\": \"" + "x".repeat(500) + "\"}}")
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void stop_afterParsingForASecond_tellsWhatWasDone() throws Exception {
    SettlementEventReader reader = new SettlementEventReader();

    Profile profile;
    try (Profiler profiler = Profiler.start()) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      while (System.nanoTime() < end) {
        assertThat(reader.read(JSON)).isInstanceOf(Parsed.Refused.class);
      }
      profile = profiler.stop();
    }

    assertThat(profile.stages()).extracting(Share::name).contains("read the event's JSON");
    assertThat(profile.cpuSeconds())
        .extracting(Share::value)
        .allSatisfy(s -> assertThat(s).isPositive());
    assertThat(profile.text()).contains("| what Java code does (");
  }
}

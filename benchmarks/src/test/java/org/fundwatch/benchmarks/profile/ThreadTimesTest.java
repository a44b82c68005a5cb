package org.fundwatch.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.fundwatch.benchmarks.profile.ThreadTimes.ThreadTime;
import org.junit.jupiter.api.Test;

class ThreadTimesTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void parse_nameWithBracketsAndBlanks_sumsUserAndSystemTime() {
    String stat =
        "4711 (person desk (1/) S 1 2 3 0 -1 4194368 100 0 0 0 250 50 0 0 20 0 60 0 12345 0 0";

    assertThat(ThreadTimes.parse(stat)).isEqualTo(new ThreadTime("person desk (1/", 3 * SECOND));
  }

  @Test
  void partsSince_threadsOfOnePart_addUpWhatIsNew() {
    ThreadTimes before =
        new ThreadTimes(
            Map.of(
                1L, new ThreadTime("person desk (1/", 2 * SECOND),
                2L, new ThreadTime("GC Thread#0", SECOND),
                3L, new ThreadTime("ended since", SECOND)));
    ThreadTimes after =
        new ThreadTimes(
            Map.of(
                1L, new ThreadTime("person desk (1/", 5 * SECOND),
                2L, new ThreadTime("GC Thread#0", SECOND),
                4L, new ThreadTime("person desk (2/", 4 * SECOND),
                5L, new ThreadTime("a stranger", SECOND)));

    assertThat(after.partsSince(before))
        .containsExactly(entry("job: person desk", 7 * SECOND), entry("other threads", SECOND));
  }
}

package org.fundwatch.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.domain.json.Parsed;
import org.junit.jupiter.api.Test;

/** What is measured must be what the names say. */
class EventBenchmarkTest {

  @Test
  void prepare_visit_hasFiveLinesAndIsRead() throws Exception {
    EventBenchmark benchmark = prepared("visit-5-lines");

    assertThat(benchmark.sampled().settlement().lines()).hasSize(5);
    assertThat(benchmark.sampled().settlement().stay()).isNull();
    assertThat(benchmark.read()).isInstanceOf(Parsed.Accepted.class);
    assertThat(benchmark.score()).isEmpty();
  }

  @Test
  void prepare_stay_hasAboutTwoHundredLinesAndIsInTheTimeline() throws Exception {
    EventBenchmark benchmark = prepared("stay-200-lines");

    assertThat(benchmark.sampled().settlement().lines()).hasSizeBetween(150, 250);
    assertThat(benchmark.timeline().find(benchmark.sampled().settlement().encounterId()))
        .hasValueSatisfying(encounter -> assertThat(encounter.isStay()).isTrue());
    assertThat(benchmark.read()).isEqualTo(new Parsed.Accepted(benchmark.sampled()));
  }

  private static EventBenchmark prepared(String event) throws Exception {
    EventBenchmark benchmark = new EventBenchmark();
    benchmark.event = event;
    benchmark.prepare();
    return benchmark;
  }
}

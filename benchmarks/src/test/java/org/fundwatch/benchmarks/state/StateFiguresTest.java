package org.fundwatch.benchmarks.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateFiguresTest {

  private static final StateBytes PERSONS =
      new StateBytes("person-desk", "person", 10, 10, 200, 3_800);
  private static final StateBytes EVENTS =
      new StateBytes("person-desk", "settlements", 10, 40, 1_000, 15_000);

  @Test
  void bytes_ofAState_areKeysAndValues() {
    assertThat(EVENTS.bytes()).isEqualTo(16_000);
    assertThat(EVENTS.perEntry()).isEqualTo(400);
    assertThat(EVENTS.perKey()).isEqualTo(1_600);
  }

  @Test
  void bytes_ofAnEmptyState_areNone() {
    StateBytes empty = new StateBytes("pack-desk", "pack", 0, 0, 0, 0);

    assertThat(empty.perEntry()).isZero();
    assertThat(empty.perKey()).isZero();
  }

  @Test
  void plus_anotherPart_addsEverything() {
    assertThat(PERSONS.plus(new StateBytes("person-desk", "person", 1, 2, 3, 4)))
        .isEqualTo(new StateBytes("person-desk", "person", 11, 12, 203, 3_804));
  }

  @Test
  void figures_ofAllStates_areTheirSumAndShares() {
    StateFigures figures =
        new StateFigures(10, 50, 400, List.of(PERSONS, EVENTS), 5_000, 3, 12_500);

    assertThat(figures.bytes()).isEqualTo(20_000);
    assertThat(figures.bytesPerSettlement()).isEqualTo(400);
    assertThat(figures.compression()).isEqualTo(0.25);
    assertThat(figures.writtenPerByteKept()).isEqualTo(2.5);
    assertThat(figures.text())
        .contains("| person-desk: settlements | 10 | 40 | 400 | 1,600 | 320.0 | 80.0 % |")
        .contains("50 settlements with 8.0 fee lines")
        .contains("20,000 bytes, 400 a settlement");
  }
}

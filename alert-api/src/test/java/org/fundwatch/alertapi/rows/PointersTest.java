package org.fundwatch.alertapi.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.finding.Evidence.Kind.ENCOUNTER;
import static org.fundwatch.domain.finding.Evidence.Kind.FEE_LINE;
import static org.fundwatch.domain.finding.Evidence.Kind.TRACE_CODE;

import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.domain.finding.Evidence;
import org.junit.jupiter.api.Test;

final class PointersTest {
  private static final String PACK = "81234560000000000001";
  private static final Pointers POINTERS =
      Pointers.of(
          SampleAlert.of(1)
              .pointingAt(
                  new Evidence(FEE_LINE, "2", ""),
                  new Evidence(TRACE_CODE, PACK, ""),
                  new Evidence(ENCOUNTER, "M-mid-stay", ""))
              .alert());

  @Test
  void of_alert_namesSettlementsAndEncountersOfAllFindings() {
    assertThat(POINTERS.settlements()).containsExactly("S-M000001");
    assertThat(POINTERS.encounters()).containsExactly("M-before", "M-mid-stay", "M000001");
  }

  @Test
  void within_settlement_areTheLinesAndPacksOfFindingsAboutIt() {
    assertThat(POINTERS.within(SampleRow.of(1).row())).containsExactly("2", PACK);
    // By its encounter, which both findings name, one of them alone with lines.
    var midStay = SampleRow.of("S9", "M-mid-stay").row();
    assertThat(POINTERS.within(midStay)).containsExactly("2", PACK);
    assertThat(POINTERS.findings(midStay)).hasSize(1);
    assertThat(POINTERS.findings(SampleRow.of(1).row())).hasSize(2);
  }

  @Test
  void within_settlementThatNoFindingNames_isNothing() {
    var other = SampleRow.of("S-other", "M-other").row();

    assertThat(POINTERS.within(other)).isEmpty();
    assertThat(POINTERS.findings(other)).isEmpty();
  }
}

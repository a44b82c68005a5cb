package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.testing.GateJudge;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Data that is missing puts aside what it would accuse, whoever is first, in the whole topology.
 */
class OutageIT {

  private static final String SILENT = "H33010000001";
  private static final String OTHER = "H33010000002";

  private final List<SettlementEvent> events = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1, STREAMING", "2, STREAMING", "3, BATCH"})
  void stay_onSilentDay_isSuppressedElsewhereAndLaterItIsNot(long seed, RuntimeExecutionMode mode)
      throws Exception {
    for (int day : new int[] {1, 2, 3, 6, 7, 8}) {
      visit(SILENT, day);
    }
    for (int day = 1; day <= 8; day++) {
      visit(OTHER, day);
    }
    stay("S-during", SILENT, 3, 6);
    stay("S-before", SILENT, 1, 2);
    stay("S-other", OTHER, 3, 6);

    Map<String, Alert> last = last(seed, mode);

    assertThat(statuses(last))
        .isEqualTo(
            Map.of(
                "MS-during",
                AlertStatus.SUPPRESSED,
                "MS-before",
                AlertStatus.OPEN,
                "MS-other",
                AlertStatus.OPEN,
                SILENT,
                AlertStatus.OPEN));
    Alert during = last.get("MS-during");
    Alert outage = last.get(SILENT);
    assertThat(during.suppressed())
        .containsExactly(
            new Suppression(
                during.findings().get(0).id(),
                outage.findings().get(0).id(),
                GateJudge.OUTAGE,
                "数据中断",
                "no data"));
    assertThat(during.lineage().get(during.lineage().size() - 1).change())
        .isEqualTo("suppressed G1-stay by G2-outage " + outage.findings().get(0).id());
  }

  @ParameterizedTest
  @CsvSource({"1, STREAMING", "2, STREAMING", "3, STREAMING", "4, BATCH"})
  void stay_whoseSilentDaysWereFilledLate_isOpen(long seed, RuntimeExecutionMode mode)
      throws Exception {
    for (int day = 1; day <= 8; day++) {
      visit(SILENT, day);
    }
    stay("S-during", SILENT, 3, 6);

    Map<String, Alert> last = last(seed, mode);

    Alert during = last.get("MS-during");
    assertThat(during.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(during.suppressed()).isEmpty();
    assertThat(during.amountFen()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"1, STREAMING", "2, BATCH"})
  void stay_onWhichItsOwnDatesAreBroken_isReportedForThoseAlone(
      long seed, RuntimeExecutionMode mode) throws Exception {
    events.add(
        settlement("S-early")
            .institution(OTHER)
            .settledAt("2026-03-04 09:00:00")
            .stay("2026-03-03 09:00:00", "2026-03-06 09:00:00")
            .settledAt("2026-03-04 09:00:00")
            .event(EventKind.SETTLED));

    Alert alert = last(seed, mode).get("MS-early");

    assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(alert.findings())
        .extracting(finding -> finding.rule().id())
        .containsExactlyInAnyOrder(GateJudge.STAY, GateJudge.EARLY);
    assertThat(alert.suppressed())
        .extracting(Suppression::gateRule)
        .containsExactly(GateJudge.EARLY);
  }

  private Map<String, Alert> last(long seed, RuntimeExecutionMode mode) throws Exception {
    Collections.shuffle(events, new Random(seed));
    events.add(events.get(0));
    Run run = Run.of(Given.events(events), mode, new GateJudge.Maker());
    assertThat(run.letters()).isEmpty();
    Map<String, Alert> last = new TreeMap<>();
    run.last().values().forEach(alert -> last.put(alert.subject().id(), alert));
    return last;
  }

  private static Map<String, AlertStatus> statuses(Map<String, Alert> alerts) {
    Map<String, AlertStatus> statuses = new TreeMap<>();
    alerts.forEach((subject, alert) -> statuses.put(subject, alert.status()));
    return statuses;
  }

  private void visit(String institution, int day) {
    String id = "V" + institution.charAt(11) + day;
    events.add(
        settlement(id)
            .person("33010019900101" + institution.charAt(11) + "0" + day + "1", Gender.FEMALE)
            .institution(institution)
            .settledAt("2026-03-%02d 10:00:00".formatted(day))
            .event(EventKind.SETTLED));
  }

  // Settled on its last day.
  private void stay(String id, String institution, int from, int to) {
    events.add(
        settlement(id)
            .person("330100198001010" + (to * 100 + from), Gender.FEMALE)
            .institution(institution)
            .stay("2026-03-%02d 09:00:00".formatted(from), "2026-03-%02d 09:00:00".formatted(to))
            .event(EventKind.SETTLED));
  }
}

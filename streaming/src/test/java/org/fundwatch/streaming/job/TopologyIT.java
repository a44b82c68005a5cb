package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.IntakeConfig;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.testing.Collected;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopologyIT {

  @ParameterizedTest
  @EnumSource(
      value = RuntimeExecutionMode.class,
      names = {"STREAMING", "BATCH"})
  void world_smoke(RuntimeExecutionMode mode) throws Exception {
    Configuration config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, config);
    env.setRuntimeMode(mode);
    Collected<Alert> alerts = new Collected<>();
    Collected<DeadLetter> letters = new Collected<>();
    Collected<DeskReport> reports = new Collected<>();
    List<SettlementEvent> events =
        List.of(
            settlement("S1")
                .stay("2026-03-01 09:00:00", "2026-03-08 09:00:00")
                .event(EventKind.SETTLED),
            settlement("S2")
                .stay("2026-03-12 09:00:00", "2026-03-18 09:00:00")
                .event(EventKind.SETTLED),
            settlement("S3")
                .line("110900001000000", "01", "7", "1350.00", "2026-03-18 08:00:00")
                .settledAt("2026-03-18 09:00:00")
                .event(EventKind.SETTLED),
            settlement("S4").settledAt("2026-03-18 10:00:00").event(EventKind.SETTLED));
    Topology.build(
        env,
        Given.events(events),
        new Outputs(alerts, letters, reports),
        new Desks(
            new IntakeConfig(new byte[32], new byte[32], Duration.ofHours(1), Long.MAX_VALUE / 2),
            new TrivialJudge.Maker(),
            Desks.RETENTION,
            Duration.ofMillis(50)));
    env.execute();
    alerts
        .values()
        .forEach(
            a ->
                System.out.println(
                    a.subject()
                        + " "
                        + a.status()
                        + " v"
                        + a.version()
                        + " "
                        + a.findings().size()));
    letters.values().forEach(l -> System.out.println(l.place() + " " + l.faults()));
    reports.values().forEach(System.out::println);
    assertThat(alerts.values()).hasSizeGreaterThan(3);
  }
}

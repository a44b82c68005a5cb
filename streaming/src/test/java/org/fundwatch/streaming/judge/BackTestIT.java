package org.fundwatch.streaming.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackTestIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void findings_areThoseOfJudgeWithoutTheModels() throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            World.of(42).shuffled(7).stream()
                .map(event -> new String(new SettlementEventWriter().write(event), UTF_8) + "\n")
                .collect(Collectors.joining()));
    List<Long> told = new ArrayList<>();

    JudgeResult judged = BatchJudge.run(request(events, "judged.jsonl"));
    JudgeResult tested = BackTest.run(request(events, "tested.jsonl"), told::add);

    assertThat(tested.accepted()).isEqualTo(judged.accepted()).isPositive();
    assertThat(findings("tested.jsonl"))
        .isNotEmpty()
        .isEqualTo(findings("judged.jsonl").stream().filter(one -> one.model() == null).toList());
    assertThat(BackTest.work(List.of(events))).isEqualTo(2 * tested.accepted());
    assertThat(told).isSorted().isNotEmpty();
    assertThat(told.get(told.size() - 1)).isPositive();
  }

  private List<Finding> findings(String file) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      Alert alert = AlertJson.read(line.getBytes(UTF_8));
      findings.addAll(alert.findings());
    }
    return findings;
  }

  private JudgeRequest request(Path events, String out) {
    return new JudgeRequest(
        List.of(events),
        folder.resolve(out),
        false,
        RuleBundle.builtIn(),
        "",
        new byte[16],
        2,
        CLOCK);
  }
}

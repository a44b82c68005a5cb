package org.fundwatch.benchmarks.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.judge.BatchJudge;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;

/** Judges settlements in one batch run by the built-in rules and models, without any server. */
public final class Oracle {

  private Oracle() {}

  /**
   * The alerts that should be, withdrawn ones included, by id.
   *
   * @param events one settlement event a line
   * @param personKey of the job that is compared, hexadecimal
   * @param clock tells which settlements come from the future
   * @throws IOException when a desk failed, or a settlement was refused
   */
  public static Map<String, Alert> alerts(Path events, String personKey, Clock clock)
      throws IOException {
    Path file = events.resolveSibling("oracle.jsonl");
    JudgeResult result =
        BatchJudge.run(
            new JudgeRequest(
                List.of(events),
                file,
                true,
                RuleBundle.builtIn(),
                "",
                HexFormat.of().parseHex(personKey),
                Runtime.getRuntime().availableProcessors(),
                clock));
    if (!result.failures().isEmpty() || result.refused() > 0) {
      throw new IOException(
          "oracle: %d settlements refused, failures %s"
              .formatted(result.refused(), result.failures()));
    }
    Map<String, Alert> alerts = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      Alert alert = AlertJson.read(line.getBytes(UTF_8));
      alerts.put(alert.id(), alert);
    }
    return alerts;
  }
}

package org.fundwatch.notebooks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.simulation.SimulationFiles;
import org.fundwatch.simulation.TruthEntry;
import org.fundwatch.simulation.quality.Purpose;
import org.fundwatch.simulation.quality.Scorecard;
import org.fundwatch.streaming.judge.BatchJudge;
import org.fundwatch.streaming.judge.JudgeRequest;

/**
 * A simulated world, judged.
 *
 * @param settlements number of events
 * @param alerts alerts that hold, by id
 * @param truth what really happened
 */
public record JudgedMonth(long settlements, List<Alert> alerts, List<TruthEntry> truth) {

  // Invented people need no secret.
  private static final byte[] KEY =
      "notebook, invented people only".getBytes(StandardCharsets.UTF_8);

  public JudgedMonth {
    alerts = List.copyOf(alerts);
    truth = List.copyOf(truth);
  }

  /** Simulates into a folder and judges with the built-in rules and models. */
  public static JudgedMonth of(SimulationConfig config, Path folder) throws IOException {
    long settlements = SimulationFiles.write(config, folder, written -> {});
    Path out = folder.resolve("alerts.jsonl");
    BatchJudge.run(
        new JudgeRequest(
            List.of(folder.resolve(SimulationFiles.EVENTS)),
            out,
            false,
            RuleBundle.builtIn(),
            "",
            KEY,
            2,
            Clock.system(ShanghaiTime.ZONE)));
    List<Alert> alerts = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      alerts.add(AlertJson.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    JsonMapper json = new JsonMapper();
    List<TruthEntry> truth = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(SimulationFiles.TRUTH))) {
      truth.add(json.readValue(line, TruthEntry.class));
    }
    return new JudgedMonth(settlements, alerts, truth);
  }

  /** The alerts against the truth. */
  public Scorecard score(List<Purpose> purposes) {
    PersonTokens tokens = new PersonTokens(KEY);
    return Scorecard.of(alerts, truth, purposes, tokens::token);
  }
}

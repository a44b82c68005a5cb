package org.fundwatch.standalone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.simulation.Form;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.simulation.quality.Purpose;
import org.fundwatch.simulation.quality.RuleScore;
import org.fundwatch.simulation.quality.Scorecard;
import org.fundwatch.streaming.judge.BatchJudge;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A simulated month through the real stack, held against its truth. Scores are on simulated data.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MonthQualityIT {

  private static final double LEAST = .95;
  // About forty cases of each fraud, three times as many look-alikes, and everyday life. Another
  // month is asked for by system properties, as docs/quality.md does.
  private static final SimulationConfig CONFIG =
      new SimulationConfig(
          Long.getLong("quality.seed", 1),
          Integer.getInteger("quality.persons", 20_000),
          Integer.getInteger("quality.institutions", 120),
          LocalDate.parse(System.getProperty("quality.from", "2025-03-01")),
          1,
          Integer.getInteger("quality.fraudScale", 60),
          2);
  private static final Path FOLDER = Path.of("target", "quality").toAbsolutePath();
  private static final Set<String> REQUIRED =
      Purposes.REQUIRED.stream().map(Purpose::name).collect(Collectors.toSet());
  private static final JsonMapper MAPPER = new JsonMapper();

  private static Month month;
  private static StreamRun stream;
  private static Scorecard card;

  @BeforeAll
  static void sendAMonth() throws Exception {
    month = Month.simulate(CONFIG, FOLDER.resolve("month"));
    stream = StreamRun.of(month, FOLDER);
    List<Purpose> purposes = new ArrayList<>(Purposes.REQUIRED);
    purposes.addAll(Purposes.OTHERS);
    PersonTokens tokens = new PersonTokens(stream.personKey());
    card = Scorecard.of(stream.open(), month.truth(), purposes, tokens::token);
    publish();
  }

  @Test
  void rules_onObviousFrauds_arePreciseAndMissLittle() {
    List<RuleScore> required =
        card.rules().stream().filter(score -> REQUIRED.contains(score.rule())).toList();

    SoftAssertions softly = new SoftAssertions();
    for (RuleScore score : required) {
      softly
          .assertThat(score.precision())
          .as("%s precision", score.rule())
          .isGreaterThanOrEqualTo(LEAST);
      softly
          .assertThat(score.recall(Form.OBVIOUS))
          .as("%s recall of obvious frauds", score.rule())
          .isGreaterThanOrEqualTo(LEAST);
      softly.assertThat(score.injected()).as(score.rule()).containsKey(Form.OBVIOUS);
    }
    softly.assertAll();
    assertThat(required).hasSize(Purposes.REQUIRED.size());
  }

  @Test
  void intake_ofSimulatedEvents_refusesNone() {
    assertThat(stream.refused()).isZero();
  }

  @Test
  void search_findsEveryAlertOfTheTopic() {
    Map<AlertStatus, Long> onTopic =
        stream.alerts().values().stream()
            .collect(Collectors.groupingBy(Alert::status, Collectors.counting()));
    for (AlertStatus status : AlertStatus.values()) {
      onTopic.putIfAbsent(status, 0L);
    }

    assertThat(stream.searched()).isEqualTo(onTopic);
  }

  @Test
  void judge_ofTheSameEventsShuffled_givesTheSameAlerts() throws IOException {
    Path out = FOLDER.resolve("judged.jsonl");
    JudgeResult result =
        BatchJudge.run(
            new JudgeRequest(
                List.of(month.shuffled(CONFIG.seed())),
                out,
                false,
                RuleBundle.builtIn(),
                "",
                stream.personKey(),
                2,
                Clock.system(ShanghaiTime.ZONE)));
    SortedMap<String, JsonNode> judged = new TreeMap<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode alert = MAPPER.readTree(line);
      judged.put(alert.path("id").asText(), alert);
    }

    SortedMap<String, JsonNode> streamed = new TreeMap<>();
    for (Alert alert : stream.open()) {
      // Version and lineage tell the order in which the events came.
      streamed.put(
          alert.id(),
          ((ObjectNode) MAPPER.readTree(AlertJson.write(alert)))
              .without(List.of("version", "lineage")));
    }
    assertThat(result.accepted()).isEqualTo(month.count());
    assertThat(result.failures()).isEmpty();
    assertThat(judged.keySet()).isEqualTo(streamed.keySet());
    assertThat(judged).isEqualTo(streamed);
  }

  private static void publish() throws IOException {
    String text =
        "%,d persons, from %s, seed %d: %,d events, %,d open alerts, %,d withdrawn%n%n%s%n"
                .formatted(
                    CONFIG.persons(),
                    CONFIG.from(),
                    CONFIG.seed(),
                    month.count(),
                    stream.open().size(),
                    stream.alerts().size() - stream.open().size(),
                    card.table())
            + "Findings that the truth does not explain: "
            + (card.unexplained().isEmpty() ? "none" : "\n" + card.unexplained());
    Files.writeString(FOLDER.resolve("table.txt"), text);
    System.out.println(text);
  }
}

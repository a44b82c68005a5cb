package org.fundwatch.streaming.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.judging.Tick;
import org.fundwatch.streaming.testing.Oracle;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.Verdict;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchJudgeIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final World WORLD = World.of(42);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void alerts_ofShuffledLinesInSeveralFiles_areTheSameBytes() throws Exception {
    Path inOrder = write("events.jsonl", lines(WORLD.events()));
    Path parts = Files.createDirectory(folder.resolve("部分 parts"));
    List<byte[]> shuffled = new ArrayList<>(lines(WORLD.shuffled(5)));
    Collections.shuffle(shuffled, new Random(6));
    int half = shuffled.size() / 2;
    write("部分 parts/a.jsonl", shuffled.subList(0, half));
    gzip(parts.resolve("b.jsonl.gz"), shuffled.subList(half, shuffled.size()));
    write("部分 parts/readme.txt", List.of("not an event".getBytes(UTF_8)));

    JudgeResult first = judge("first.jsonl", inOrder);
    JudgeResult second = judge("second.jsonl", parts);

    assertThat(first.files()).isOne();
    assertThat(second.files()).isEqualTo(2);
    assertThat(first.accepted()).isEqualTo(WORLD.events().size());
    assertThat(second.accepted()).isEqualTo(shuffled.size());
    assertThat(second.refused()).isZero();
    assertThat(folder.resolve("second.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("first.jsonl"));
  }

  @Test
  void alerts_areThoseOfTheFactsSortedById() throws Exception {
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(WORLD.clean(), new byte[16], new TrivialJudge("v0", 15, 2));

    JudgeResult result = judge("alerts.jsonl", write("events.jsonl", lines(WORLD.shuffled(9))));

    List<JsonNode> alerts = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("alerts.jsonl"))) {
      alerts.add(MAPPER.readTree(line));
    }
    assertThat(alerts)
        .extracting(alert -> alert.get("id").textValue())
        .containsExactlyElementsOf(expected.keySet());
    assertThat(alerts)
        .allSatisfy(
            alert -> {
              assertThat(alert.get("status").textValue()).isEqualTo("OPEN");
              assertThat(alert.has("lineage")).isFalse();
              assertThat(alert.has("version")).isFalse();
              assertThat(alert.get("findings"))
                  .hasSameSizeAs(expected.get(alert.get("id").textValue()).findings());
            });
    assertThat(result.open()).isEqualTo(expected.size());
  }

  @Test
  void lines_refused_areListedByFileAndLineAndTheRestIsJudged() throws Exception {
    List<byte[]> lines = new ArrayList<>(lines(WORLD.events()));
    String first = new String(lines.get(0), UTF_8);
    byte[] large = new byte[10 * 1024 * 1024];
    Arrays.fill(large, (byte) 'x');
    lines.add(0, "".getBytes(UTF_8));
    lines.add(1, first.replace("\"msgid\"", "\"msgit\"").getBytes(UTF_8));
    lines.add(2, "项目".getBytes(Charset.forName("GB18030")));
    lines.add(3, large);
    lines.add(4, first.replaceFirst("\"inf_time\":\"2026", "\"inf_time\":\"2027").getBytes(UTF_8));
    Path file = write("events.jsonl", lines);

    JudgeResult result = judge("alerts.jsonl", file);

    assertThat(result.accepted()).isEqualTo(WORLD.events().size());
    assertThat(result.refused()).isEqualTo(4);
    assertThat(result.refusedLines())
        .extracting(JudgeResult.RefusedLine::toString)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(file + ":2: msgid: missing; text of at most 30 characters"),
            line -> assertThat(line).startsWith(file + ":3: $: a byte that is not UTF-8 at byte "),
            line ->
                assertThat(line)
                    .isEqualTo(file + ":4: $: 10485760 bytes; an event of at most 8388608 bytes"),
            line ->
                assertThat(line)
                    .startsWith(file + ":5: inf_time: 2027-")
                    .endsWith("; at most PT10M ahead of the clock"));
  }

  @Test
  void stay_longBeforeTheRest_isCountedAsTooLate() throws Exception {
    SettlementEvent old =
        settlement("S1")
            .stay("2024-03-01 09:00:00", "2024-03-08 09:00:00")
            .event(EventKind.SETTLED);
    SettlementEvent visit =
        settlement("S2").settledAt("2026-03-18 09:00:00").event(EventKind.SETTLED);

    assertThat(judge("a.jsonl", write("in.jsonl", lines(List.of(old, visit)))).tooLate()).isZero();
    assertThat(judge("b.jsonl", write("out.jsonl", lines(List.of(visit, old)))).tooLate()).isOne();
  }

  @Test
  void run_brokenOffMidway_tellsNothingAndTheNextGivesTheSameBytes() throws Exception {
    Path events = write("events.jsonl", lines(WORLD.shuffled(4)));
    JudgeResult whole = judge("whole.jsonl", events);
    RuleBundle none = RuleBundle.of(Map.of());

    assertThatThrownBy(
            () ->
                BatchJudge.run(
                    request("again.jsonl", none, events),
                    TrivialJudge.BUILT_IN,
                    new TrivialJudge.Maker(),
                    new BreaksOff()))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("again.jsonl")).doesNotExist();

    assertThat(judge("again.jsonl", events)).isEqualTo(whole);
    assertThat(folder.resolve("again.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("whole.jsonl"))
        .isNotEmptyFile();
  }

  @Test
  void file_empty_givesAnEmptyFileOfAlerts() throws Exception {
    JudgeResult result = judge("alerts.jsonl", write("empty.jsonl", List.of()));

    assertThat(result).isEqualTo(new JudgeResult(1, 0, 0, List.of(), 0, 0, 0, 0, List.of()));
    assertThat(folder.resolve("alerts.jsonl")).isEmptyFile();
  }

  @Test
  void files_missing_areAllNamedAndNothingIsWritten() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> judge("alerts.jsonl", folder.resolve("none.jsonl"), empty))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s/none.jsonl: no such file or folder; a file or folder of events\n".formatted(folder)
                + "%s: a folder without files of events; *.jsonl, *.ndjson or *.json, also with .gz"
                    .formatted(empty));
    assertThat(folder.resolve("alerts.jsonl")).doesNotExist();
  }

  @Test
  void file_brokenGzip_isNamedAndNothingIsLeftBehind() throws Exception {
    Path file = folder.resolve("events.jsonl.gz");
    gzip(file, lines(WORLD.events()));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> judge("alerts.jsonl", file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "judge: %s: cannot be read to its end: Unexpected end of ZLIB input stream"
                .formatted(file));
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void alerts_byTheRealLibraryAndModels_areTheSameInAnyOrder() throws Exception {
    RuleBundle rules = RuleBundle.builtIn();
    JudgeResult first =
        BatchJudge.run(request("first.jsonl", rules, write("a.jsonl", lines(WORLD.events()))));
    BatchJudge.run(request("second.jsonl", rules, write("b.jsonl", lines(WORLD.shuffled(3)))));

    assertThat(first.failures()).isEmpty();
    assertThat(folder.resolve("second.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("first.jsonl"));
  }

  private JudgeResult judge(String out, Path... inputs) throws IOException {
    RuleBundle none = RuleBundle.of(Map.of());
    return BatchJudge.run(
        request(out, none, inputs), TrivialJudge.BUILT_IN, new TrivialJudge.Maker());
  }

  private JudgeRequest request(String out, RuleBundle rules, Path... inputs) {
    return new JudgeRequest(
        List.of(inputs), folder.resolve(out), false, rules, "", new byte[16], 2, CLOCK);
  }

  private Path write(String name, List<byte[]> lines) throws IOException {
    return Files.write(folder.resolve(name), joined(lines));
  }

  private static void gzip(Path file, List<byte[]> lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(joined(lines));
    }
  }

  private static byte[] joined(List<byte[]> lines) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      joined.writeBytes(line);
      joined.write('\n');
    }
    return joined.toByteArray();
  }

  private static List<byte[]> lines(List<SettlementEvent> events) {
    return events.stream().map(new SettlementEventWriter()::write).toList();
  }

  /** The run ends in the middle of its input. */
  private static final class BreaksOff implements Tick {
    private static final long serialVersionUID = 1;
    private int read;

    @Override
    public void one() {
      read++;
      if (read > 20) {
        throw new IllegalStateException("broken off");
      }
    }
  }
}

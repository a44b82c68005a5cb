package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.RunningRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BaselinesCloseIT {

  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  @TempDir private Path folder;

  @Test
  void month_closedTwiceAndWithLateEvents_isPublishedEachTime() throws Exception {
    Path library = folder.resolve("library");
    Path world = folder.resolve("world");
    Path events = world.resolve("events.jsonl");
    Cli.run("rules", "export", library.toString());
    Cli.run("simulate", "--persons", "8000", "--from", "2026-01-01", "--out", world.toString());
    List<String> lines = Files.readAllLines(events);
    Path inTime = folder.resolve("in-time.jsonl");
    Path late = folder.resolve("late.jsonl");
    Files.write(inTime, lines.subList(0, lines.size() * 9 / 10));
    Files.write(late, lines.subList(lines.size() * 9 / 10, lines.size()));
    KAFKA.ensureTopics(HouseTopics.all(1).toArray(TopicSpec[]::new));

    Cli first = close(library, inTime);
    RuleBundle one = RuleBundle.ofFolder(library);

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("rows that hold from 2026-02-01")
        .contains("note: no growth measured; the files hold too little of 2025-12")
        .contains(
            "published rule-set %s, knowledge %s".formatted(one.version(), one.knowledgeVersion()));
    assertThat(published()).isEqualTo(one.version()).isNotEqualTo(RuleBundle.builtIn().version());

    close(library, inTime);
    assertThat(RuleBundle.ofFolder(library)).isEqualTo(one);

    close(library, late, inTime);
    assertThat(published())
        .isEqualTo(RuleBundle.ofFolder(library).version())
        .isNotEqualTo(one.version());
  }

  @Test
  void history_withoutEventsOrEnoughInstitutions_isRefusedAndNothingWritten() throws Exception {
    Path library = folder.resolve("library");
    Path world = folder.resolve("world");
    Cli.run("rules", "export", library.toString());
    Cli.run("simulate", "--persons", "2000", "--from", "2026-02-01", "--out", world.toString());
    Path table = library.resolve("knowledge/mcc.csv");

    Cli none = close(library, table);
    Cli few = close(library, world.resolve("events.jsonl"));

    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("refused: " + table + ":1: $: malformed JSON");
    assertThat(none.err())
        .startsWith("fundwatch baselines close: nothing written: no event in 1 files, 0 events, ")
        .contains(" lines refused; JSON lines, as ingest --dry-run --out makes them");
    assertThat(few.code()).isEqualTo(1);
    assertThat(few.err())
        .startsWith(
            "fundwatch baselines close: nothing written: 0 institutions settled in 2026-01 (1 files")
        .contains(" lines refused); at least --smallest-cell 2");
    assertThat(RuleBundle.ofFolder(library)).isEqualTo(RuleBundle.builtIn());
  }

  private Cli close(Path library, Path... history) {
    List<String> words =
        new ArrayList<>(
            List.of("baselines", "close", "--month", "2026-01", "--smallest-cell", "2"));
    words.addAll(List.of("--rules", library.toString(), "--publish"));
    words.addAll(List.of("--kafka", KAFKA.bootstrapServers()));
    for (Path file : history) {
      words.add(file.toString());
    }
    return Cli.run(folder.resolve("data"), words.toArray(String[]::new));
  }

  private static String published() throws Exception {
    return RunningRules.read(KAFKA.bootstrapServers()).published();
  }
}

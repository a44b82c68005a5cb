package org.fundwatch.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.streaming.codec.Layout;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.Run;
import org.fundwatch.streaming.testing.Stopped;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A house that was stopped under an earlier release goes on under this one, as if never stopped.
 *
 * <p>Of each layout of state one savepoint is kept in {@code src/test/resources/savepoints}, {@code
 * layout-1} and so on, with the messages before it, the alerts of then, and the messages after it.
 * Every build goes on from each of them. A layout that is kept is closed: who must change a record
 * raises {@link Layout#CURRENT}, reads the older layouts too, and keeps a savepoint of the new one,
 * in the module's folder:
 *
 * <pre>{@code
 * JAVA_TOOL_OPTIONS=-Dfundwatch.savepoint.keep=src/test/resources/savepoints/layout-2 \
 *   mvn test -pl streaming -Dtest='SavepointIT#job_stoppedAndRestored*'
 * }</pre>
 *
 * <p>New operators and states need no new layout: where the savepoint says nothing of them they
 * begin empty.
 */
class SavepointIT {

  private static final String KEEP = "fundwatch.savepoint.keep";
  private static final Path KEPT = Path.of("src/test/resources/savepoints");
  private static final String BEFORE = "before.jsonl";
  private static final String AFTER = "after.jsonl";
  private static final String ALERTS = "alerts.jsonl";

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> job_restoredFromAnEarlierRelease_endsAsOneNeverStopped() throws IOException {
    return savepoints().stream()
        .map(kept -> DynamicTest.dynamicTest(kept.getFileName().toString(), () -> goOn(kept)));
  }

  @Test
  void job_stoppedAndRestored_endsAsOneNeverStopped() throws Exception {
    String toKeep = System.getProperty(KEEP, scratch.resolve("kept").toString());
    Path folder = Files.createDirectories(Path.of(toKeep));

    keepIn(folder);

    goOn(folder);
  }

  @Test
  void layouts_allThereAre_areKept() throws IOException {
    List<String> names = savepoints().stream().map(path -> path.getFileName().toString()).toList();

    for (int layout = 1; layout <= Layout.CURRENT; layout++) {
      assertThat(names).as("a savepoint of every layout").contains("layout-" + layout);
    }
  }

  private static List<Path> savepoints() throws IOException {
    if (!Files.isDirectory(KEPT)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(KEPT)) {
      return folders.sorted().toList();
    }
  }

  private void goOn(Path kept) throws Exception {
    List<byte[]> before = lines(kept.resolve(BEFORE));
    List<byte[]> after = lines(kept.resolve(AFTER));
    List<byte[]> all = new ArrayList<>(before);
    all.addAll(after);
    List<Alert> said = new ArrayList<>();
    for (byte[] line : lines(kept.resolve(ALERTS))) {
      said.add(AlertJson.read(line));
    }

    said.addAll(Stopped.after(kept.toAbsolutePath(), after, scratch).alerts());

    Run neverStopped =
        Run.of(new Given(all, List.of(TrivialJudge.BUILT_IN)), RuntimeExecutionMode.STREAMING);
    assertThat(held(said)).isEqualTo(held(neverStopped.alerts())).hasSizeGreaterThan(5);
  }

  private void keepIn(Path folder) throws Exception {
    List<byte[]> messages = Given.events(World.of(7).shuffled(31)).messages();
    int half = messages.size() / 2;
    write(folder.resolve(BEFORE), messages.subList(0, half));
    write(folder.resolve(AFTER), messages.subList(half, messages.size()));
    Stopped stopped = Stopped.behind(messages.subList(0, half), scratch);
    List<byte[]> alerts = new ArrayList<>();
    for (Alert alert : stopped.alerts()) {
      alerts.add(AlertJson.write(alert));
    }
    write(folder.resolve(ALERTS), alerts);
    try (Stream<Path> files = Files.list(stopped.savepoint())) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  // By alert: what is found and how much is at risk. Later releases may say more about it.
  private static SortedMap<String, List<String>> held(List<Alert> alerts) {
    SortedMap<String, Alert> last = new TreeMap<>();
    alerts.forEach(
        alert -> last.merge(alert.id(), alert, (a, b) -> a.version() > b.version() ? a : b));
    SortedMap<String, List<String>> held = new TreeMap<>();
    last.forEach(
        (id, alert) -> {
          if (alert.status() == AlertStatus.OPEN) {
            held.put(
                id,
                alert.findings().stream()
                    .map(finding -> finding.id() + " " + finding.amountFen())
                    .toList());
          }
        });
    return held;
  }

  private static List<byte[]> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.getBytes(UTF_8)).toList();
  }

  private static void write(Path file, List<byte[]> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(new String(line, UTF_8)).append('\n'));
    Files.writeString(file, text);
  }
}

package org.fundwatch.benchmarks.kills;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.embedded.ElasticsearchConfig;
import org.fundwatch.embedded.ElasticsearchNode;
import org.fundwatch.embedded.Ports;
import org.jspecify.annotations.Nullable;

/**
 * Broker, search node, job and API, each a process of its own on a folder and a port that stay the
 * same. Used by one thread.
 */
final class Parts implements AutoCloseable {

  static final String PERSON_KEY = "6b696c6c73206b696c6c73206b696c6c";
  static final String USER = "tester";
  static final String PASSWORD = "only for this run";

  private static final String DEAD_LETTER_KEY = PERSON_KEY + PERSON_KEY;
  private static final String JOURNAL_KEY = "33".repeat(32);
  private static final int SEARCH_HEAP = 512;

  private final Path folder;
  private final int brokerPort = Ports.free();
  private final int searchPort = Ports.free();
  private final int apiPort = Ports.free();
  private final BulkTap tap;
  private final String passwordHash = AlertApi.hashPassword(PASSWORD);
  private final Map<Part, Process> running = new EnumMap<>(Part.class);
  private @Nullable CompletableFuture<ElasticsearchNode> search;

  /**
   * @param folder for all data and logs
   */
  Parts(Path folder) throws IOException {
    this.folder = folder;
    this.tap = new BulkTap(searchPort);
    Files.createDirectories(folder);
  }

  String brokers() {
    return "127.0.0.1:" + brokerPort;
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + apiPort);
  }

  /** Where the API's requests to the search node pass by. */
  BulkTap tap() {
    return tap;
  }

  /** Where the job keeps its snapshots. */
  Path jobState() {
    return folder.resolve("job");
  }

  /** Starts a part; does not wait until it answers. */
  void start(Part part) throws IOException {
    switch (part) {
      case BROKER -> launch(part, "256m", brokerSettings());
      case JOB -> launch(part, "1g", jobSettings());
      case API -> launch(part, "384m", apiSettings());
      case SEARCH ->
          search = CompletableFuture.supplyAsync(() -> ElasticsearchNode.start(searchConfig()));
    }
  }

  /** Ends a part as a failing machine would: without a word. */
  void kill(Part part) {
    if (part == Part.SEARCH) {
      killSearch();
    } else {
      Process process = running.remove(part);
      if (process != null) {
        process.destroyForcibly().onExit().join();
      }
    }
  }

  /** A part that has ended without being killed, with the place of its log. */
  Optional<String> fallen() {
    return running.entrySet().stream()
        .filter(entry -> !entry.getValue().isAlive())
        .findFirst()
        .map(
            entry ->
                "%s: ended by itself with code %d; its log is %s"
                    .formatted(
                        entry.getKey().words(), entry.getValue().exitValue(), log(entry.getKey())));
  }

  @Override
  public void close() {
    List.of(Part.API, Part.JOB, Part.BROKER).forEach(this::kill);
    if (search != null) {
      search.join().close();
    }
    tap.close();
  }

  /** Launcher and server; then the node's lock, as the death of its starter would. */
  private void killSearch() {
    if (search == null) {
      return;
    }
    ElasticsearchNode node = search.join();
    Set<Long> others =
        running.values().stream()
            .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
            .map(ProcessHandle::pid)
            .collect(Collectors.toSet());
    List<ProcessHandle> dying =
        ProcessHandle.current()
            .descendants()
            .filter(process -> !others.contains(process.pid()))
            .toList();
    dying.forEach(ProcessHandle::destroyForcibly);
    dying.forEach(process -> process.onExit().join());
    node.close();
  }

  private ElasticsearchConfig searchConfig() {
    Path install =
        Path.of(
            System.getProperty(
                "fundwatch.elasticsearch.install",
                System.getProperty("user.home") + "/.cache/fundwatch/elasticsearch"));
    return ElasticsearchConfig.in(install, folder.resolve("search"))
        .withPort(searchPort)
        .withHeapMegabytes(SEARCH_HEAP);
  }

  private Map<String, String> brokerSettings() {
    return Map.of("folder", folder.resolve("broker").toString(), "port", "" + brokerPort);
  }

  private Map<String, String> jobSettings() {
    return Map.of(
        "kafka.servers",
        brokers(),
        "state.directory",
        jobState().toString(),
        "parallelism",
        "2",
        "checkpoint.every",
        "PT2S",
        "person.key",
        PERSON_KEY,
        "dead-letter.key",
        DEAD_LETTER_KEY);
  }

  private Map<String, String> apiSettings() {
    return Map.of(
        "fundwatch.http.port",
        "" + apiPort,
        "fundwatch.kafka.bootstrap-servers",
        brokers(),
        "fundwatch.elasticsearch.url",
        "http://127.0.0.1:" + tap.port(),
        "fundwatch.journal.key",
        JOURNAL_KEY,
        "fundwatch.users." + USER + ".password-hash",
        passwordHash,
        "fundwatch.users." + USER + ".roles",
        "INSPECTOR",
        "fundwatch.users." + USER + ".regions",
        "*",
        // All alerts are read one by one at the end.
        "fundwatch.http.requests-per-second",
        "100000");
  }

  private void launch(Part part, String heap, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    // Short-lived processes: the second compiler would be busy until the next kill.
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xshare:auto", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
    command.add("-Duser.timezone=Asia/Shanghai");
    command.add("-Dlogback.configurationFile=org/fundwatch/benchmarks/kills/logback.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.addAll(List.of(PartMain.class.getName(), part.name()));
    settings.forEach((name, value) -> command.add(name + "=" + value));
    running.put(
        part,
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(part).toFile()))
            .start());
  }

  private Path log(Part part) {
    return folder.resolve(part.words() + ".log");
  }
}

package org.fundwatch.standalone.house;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.ElasticsearchConfig;
import org.fundwatch.embedded.ElasticsearchNode;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.embedded.EmbeddedServerException;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.streaming.job.LocalJob;
import org.jspecify.annotations.Nullable;

/**
 * All services of one machine: broker, search node, job, page and API, started in order and stopped
 * in the other. A part for which the settings name an address elsewhere is used there and neither
 * started nor stopped. Not thread-safe, but {@link #page} and the like may be asked from anywhere.
 */
public final class House implements AutoCloseable {

  /** The user that the first steps are taken with. */
  public static final String USER = "inspector";

  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(30);

  /** What happens to the indices that an earlier run left. */
  public enum IndicesBefore {
    KEPT,
    REMOVED,
    /** Removed, provided the topics hold all that is in them, and filled from there. */
    FILLED_AGAIN
  }

  private record Part(String name, String done, AutoCloseable closing) {}

  private final Settings settings;
  private final Steps steps;
  private final List<Part> parts = new ArrayList<>();
  private String brokers = "";
  private URI search = URI.create("");
  private URI page = URI.create("");
  private @Nullable LocalJob job;
  private @Nullable AlertApi api;

  private House(Settings settings, Steps steps) {
    this.settings = settings;
    this.steps = steps;
  }

  /**
   * Starts what the settings do not name elsewhere; returns when all of it answers. The caller
   * holds the lock of the data folder.
   *
   * @param before what happens to the indices that an earlier run left
   * @throws HouseException when a part does not start; those already started are stopped again
   */
  public static House start(Settings settings, Secrets secrets, IndicesBefore before, Steps steps)
      throws HouseException, IOException, InterruptedException {
    House house = new House(settings, steps);
    try {
      RuleBundle rules = rules(settings);
      // The search node takes longest to start: the rest starts meanwhile.
      CompletableFuture<@Nullable ElasticsearchNode> node = house.startSearch();
      try {
        house.startBroker();
        Brokers.makeMissing(
            house.brokers,
            HouseTopics.all(settings.number(Setting.KAFKA_PARTITIONS)),
            settings.number(Setting.KAFKA_REPLICAS));
        RulePublisher.publish(house.brokers, rules);
        house.startJob(secrets, rules);
      } finally {
        house.joinSearch(node);
      }
      if (before == IndicesBefore.FILLED_AGAIN) {
        SearchIndices.requireAllOnTopics(house.journalSettings(secrets));
      }
      if (before != IndicesBefore.KEPT) {
        SearchIndices.remove(house.search);
      }
      house.startApi(secrets);
      house.note();
      return house;
    } catch (EmbeddedServerException | IllegalArgumentException e) {
      house.close();
      throw new HouseException(String.valueOf(e.getMessage()), e);
    } catch (HouseException | IOException | InterruptedException | RuntimeException e) {
      house.close();
      throw e;
    }
  }

  /** Where the brokers are. */
  public String brokers() {
    return brokers;
  }

  /** Where the search node is. */
  public URI search() {
    return search;
  }

  /** Where the page and the API are. */
  public URI page() {
    return page;
  }

  /** What has gone wrong for good with the job that runs here, empty while all is well. */
  public Optional<String> jobFailure() {
    return job == null || !job.ended().isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of("the job has failed; the reason is in its log");
  }

  /** True once indices that were missing hold all that the topics remember. */
  public boolean filled() {
    return api != null && api.filled();
  }

  /** Stops all that was started, the last first, and says a word for each. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Part part = parts.remove(parts.size() - 1);
      steps.stop(part.name(), part.done(), part.closing());
    }
    try {
      Files.deleteIfExists(settings.data().running());
    } catch (IOException e) {
      steps.say(settings.data().running() + ": cannot be removed: " + e.getMessage());
    }
  }

  private static RuleBundle rules(Settings settings) throws HouseException, IOException {
    RuleBundle bundle =
        settings.has(Setting.RULES)
            ? RuleBundle.ofFolder(Path.of(settings.get(Setting.RULES)))
            : RuleBundle.builtIn();
    try {
      if (RuleCompiler.compile(bundle).rules().isEmpty()) {
        throw new HouseException(
            "rules: no rule in '" + settings.get(Setting.RULES) + "'; a folder with rules/ in it");
      }
      return bundle;
    } catch (RuleSetException e) {
      throw new HouseException(
          "rules: %d mistakes, the first: %s; all of them: ./fundwatch rules lint"
              .formatted(e.issues().size(), e.issues().get(0)),
          e);
    }
  }

  private CompletableFuture<@Nullable ElasticsearchNode> startSearch() {
    if (settings.has(Setting.ELASTICSEARCH_URL)) {
      search = URI.create(settings.get(Setting.ELASTICSEARCH_URL).replaceFirst("/$", ""));
      steps.say("search node: not started, " + search + " is used");
      return CompletableFuture.completedFuture(null);
    }
    DataFolder data = settings.data();
    ElasticsearchConfig config =
        ElasticsearchConfig.in(installFolder(), data.elasticsearch())
            .withPort(settings.number(Setting.ELASTICSEARCH_PORT))
            .withHeapMegabytes(settings.number(Setting.ELASTICSEARCH_HEAP));
    long start = System.nanoTime();
    Supplier<@Nullable ElasticsearchNode> starting =
        () -> {
          ElasticsearchNode node = ElasticsearchNode.start(config);
          steps.ready("search node", node.url().toString(), start);
          return node;
        };
    return CompletableFuture.supplyAsync(starting);
  }

  private void joinSearch(CompletableFuture<@Nullable ElasticsearchNode> starting) {
    try {
      ElasticsearchNode node = starting.join();
      if (node != null) {
        search = node.url();
        // Stopped last: the API writes to it until its own end.
        parts.add(0, new Part("search node", "stopped", node));
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void startBroker() {
    if (settings.has(Setting.KAFKA_SERVERS)) {
      brokers = settings.get(Setting.KAFKA_SERVERS);
      steps.say("broker: not started, " + brokers + " is used");
      return;
    }
    long start = System.nanoTime();
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            BrokerConfig.in(settings.data().kafka()).withPort(settings.number(Setting.KAFKA_PORT)));
    parts.add(new Part("broker", "stopped", kafka));
    brokers = kafka.bootstrapServers();
    steps.ready("broker", brokers, start);
  }

  private void startJob(Secrets secrets, RuleBundle rules)
      throws HouseException, IOException, InterruptedException {
    if (settings.has(Setting.FLINK_URL)) {
      steps.say("job: not started, the cluster at " + settings.get(Setting.FLINK_URL) + " runs it");
      return;
    }
    long start = System.nanoTime();
    LocalJob local = HouseJob.start(settings, secrets, brokers);
    parts.add(new Part("job", "stopped with a savepoint", local));
    job = local;
    HouseJob.awaitRunning(local, settings.data().logs());
    steps.ready(
        "job",
        "rule-set %s, %s"
            .formatted(
                rules.version(),
                local.restoredFrom().isPresent() ? "goes on where it was" : "begins anew"),
        start);
  }

  private void startApi(Secrets secrets) throws HouseException, IOException, InterruptedException {
    long start = System.nanoTime();
    Map<String, String> told = new HashMap<>(secrets.users().settings());
    told.putAll(journalSettings(secrets));
    told.putAll(secrets.fieldKeys().settings(settings.get(Setting.FIELDS_CIPHER)));
    try {
      told.put("fundwatch.evidence.folder", settings.data().evidence().toString());
      told.put("fundwatch.http.port", settings.get(Setting.API_PORT));
      // One instance: after a kill the next goes on without waiting for the old one.
      told.put("fundwatch.kafka.client.group.instance.id", "house");
      AlertApi started = AlertApi.start(told);
      api = started;
      // Stopped after the job, whose last alerts it still takes in.
      parts.add(
          job == null ? parts.size() : parts.size() - 1,
          new Part("page and API", "stopped", started));
      page = started.url();
      boolean well = Readiness.await(page, PAGE_PATIENCE);
      steps.ready("page and API", well ? page.toString() : page + ", not well yet", start);
    } catch (RuntimeException e) {
      throw new HouseException("page and API: did not start: " + e.getMessage(), e);
    }
  }

  private Map<String, String> journalSettings(Secrets secrets) {
    return Map.of(
        "fundwatch.kafka.bootstrap-servers",
        brokers,
        "fundwatch.elasticsearch.url",
        search.toString(),
        "fundwatch.journal.key",
        secrets.journalKey());
  }

  private void note() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
    new RunningFile(
            self.pid(),
            started,
            page.toString(),
            brokers,
            search.toString(),
            settings.get(Setting.FLINK_URL))
        .write(settings.data().running());
  }

  /** The unpacked server is the same for every data folder. */
  private static Path installFolder() {
    return Path.of(
        System.getProperty(
            "fundwatch.elasticsearch.install",
            System.getProperty("user.home") + "/.cache/fundwatch/elasticsearch"));
  }
}

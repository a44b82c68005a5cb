package org.fundwatch.standalone.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.FolderLock;
import org.fundwatch.standalone.house.House;
import org.fundwatch.standalone.house.House.IndicesBefore;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.Progress;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.standalone.house.Steps;
import org.fundwatch.standalone.ingest.Feeder;
import org.fundwatch.standalone.ingest.Ledger;
import org.fundwatch.standalone.ingest.NationalLines;
import org.fundwatch.standalone.ingest.Pace;
import org.fundwatch.standalone.ingest.RefusalFile;

/**
 * What came of a month sent through the whole house: broker, job, indexer, search node and API.
 *
 * @param alerts the last version of every alert on the topic, by id
 * @param searched how many alerts of each status the API finds
 * @param refused events that intake did not take
 * @param personKey of the person tokens
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares runs.
record StreamRun(
    SortedMap<String, Alert> alerts,
    Map<AlertStatus, Long> searched,
    long refused,
    byte[] personKey) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  // Longer than what the desks of months wait, and than the job's checkpoints are apart.
  private static final Duration QUIET = Duration.ofSeconds(25);
  private static final Duration HTTP_PATIENCE = Duration.ofSeconds(20);

  /** All that still moves while a month goes through. */
  private record Counts(long settlements, long lag, long refused, long written, long searched) {}

  /** A stack of its own in a folder, fed with a month, until nothing moves any more. */
  static StreamRun of(Month month, Path folder) throws Exception {
    Settings settings =
        Settings.gather(
            folder,
            Map.of(Setting.DATA, "house", Setting.API_PORT, "0"),
            Map.of(),
            folder.resolve("none.yaml"),
            false);
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true);
    FolderLock lock = FolderLock.take(settings.data().lock());
    try {
      settings.data().clear();
      Secrets secrets = Secrets.open(settings.data().secrets(), true);
      try (House house = House.start(settings, secrets, IndicesBefore.REMOVED, new Steps(out));
          Progress progress = new Progress(house.brokers(), house.search());
          KafkaConsumer<byte[], byte[]> topic = consumer(house.brokers())) {
        feed(month, house.brokers(), settings.data().ingest());
        awaitQuiet(month, house, progress, topic);
        return new StreamRun(
            read(topic),
            search(house.page(), secrets),
            progress.now().refused(),
            HexFormat.of().parseHex(secrets.personKey()));
      }
    } finally {
      lock.close();
    }
  }

  /** The alerts that hold. */
  List<Alert> open() {
    return alerts.values().stream().filter(alert -> alert.status() == AlertStatus.OPEN).toList();
  }

  private static void feed(Month month, String brokers, Path folder) throws Exception {
    try (NationalLines source = new NationalLines(month.events());
        RefusalFile refusals = new RefusalFile(folder.resolve("refused.csv"));
        Feeder feeder = new Feeder(brokers, HouseTopics.SETTLEMENTS, Pace.unlimited(), PATIENCE)) {
      Ledger ledger = Ledger.open(folder, "quality", List.of(month.events()));
      long sent = feeder.feed(source, ledger, refusals, (from, acknowledged, refused) -> {});
      if (sent != month.count()) {
        throw new IllegalStateException(sent + " events sent; " + month.count());
      }
    }
  }

  private static void awaitQuiet(
      Month month, House house, Progress progress, KafkaConsumer<byte[], byte[]> topic) {
    AtomicReference<Counts> last = new AtomicReference<>();
    await("all of the month is judged and indexed")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .during(QUIET)
        .until(
            () -> {
              house.jobFailure().ifPresent(StreamRun::fail);
              Progress.Now now = progress.now();
              Counts counts =
                  new Counts(
                      now.settlements(),
                      now.lag(),
                      now.refused(),
                      topic.endOffsets(topic.assignment()).values().stream()
                          .mapToLong(Long::longValue)
                          .sum(),
                      now.alerts().orElse(-1));
              boolean still = counts.equals(last.getAndSet(counts));
              return still && counts.settlements() == month.count() && counts.lag() == 0;
            });
  }

  private static void fail(String reason) {
    throw new IllegalStateException(reason);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String brokers) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(HouseTopics.ALERTS).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
    consumer.seekToBeginning(consumer.assignment());
    return consumer;
  }

  private static SortedMap<String, Alert> read(KafkaConsumer<byte[], byte[]> topic)
      throws IOException {
    Map<TopicPartition, Long> ends = topic.endOffsets(topic.assignment());
    List<byte[]> values = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> topic.position(end.getKey()) < end.getValue())) {
      topic.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
    }
    SortedMap<String, Alert> alerts = new TreeMap<>();
    for (byte[] value : values) {
      Alert alert = AlertJson.read(value);
      alerts.merge(alert.id(), alert, (a, b) -> a.version() > b.version() ? a : b);
    }
    return alerts;
  }

  private static Map<AlertStatus, Long> search(URI page, Secrets secrets) throws Exception {
    String user = House.USER + ':' + secrets.newPassword();
    String basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    HttpClient http = HttpClient.newBuilder().connectTimeout(HTTP_PATIENCE).build();
    Map<AlertStatus, Long> totals = new EnumMap<>(AlertStatus.class);
    for (AlertStatus status : AlertStatus.values()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(page.resolve("/api/v1/alerts?size=1&status=" + status))
                  .header("Authorization", basic)
                  .timeout(HTTP_PATIENCE)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("alerts: status " + answer.statusCode() + "; 200");
      }
      totals.put(status, new JsonMapper().readTree(answer.body()).path("total").asLong(-1));
    }
    return totals;
  }
}

package org.fundwatch.benchmarks.desk;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.ElasticsearchConfig;
import org.fundwatch.embedded.ElasticsearchNode;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.standalone.house.HouseTopics;

/** Broker, search node and API as on one machine, with many inspectors and without the job. */
final class DeskHouse implements AutoCloseable {

  /** How many inspectors there are. */
  static final int INSPECTORS = 50;

  /** Of every inspector; there is nothing to protect. */
  static final String PASSWORD = "benchmark";

  private static final int NATIONAL = 2;
  private static final int PROVINCIAL = 8;
  private static final int PARTITIONS = 4;
  private static final long LOOK_MILLIS = 100;

  private final EmbeddedKafka kafka;
  private final ElasticsearchNode search;
  private final AlertApi api;

  private DeskHouse(EmbeddedKafka kafka, ElasticsearchNode search, AlertApi api) {
    this.kafka = kafka;
    this.search = search;
    this.api = api;
  }

  /**
   * Starts on empty data; returns when all indices are there.
   *
   * @param installed where the search node is unpacked
   * @param folder for all data
   * @param heapMegabytes of the search node
   */
  static DeskHouse start(Path installed, Path folder, int heapMegabytes)
      throws InterruptedException {
    EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(folder.resolve("kafka")));
    kafka.ensureTopics(HouseTopics.all(PARTITIONS));
    ElasticsearchNode search =
        ElasticsearchNode.start(
            ElasticsearchConfig.in(installed, folder.resolve("elasticsearch"))
                .withHeapMegabytes(heapMegabytes));
    Map<String, String> settings = new HashMap<>();
    settings.put("fundwatch.http.port", "0");
    settings.put("fundwatch.elasticsearch.url", search.url().toString());
    settings.put("fundwatch.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("fundwatch.journal.key", "00".repeat(32));
    settings.put("fundwatch.evidence.folder", folder.resolve("evidence").toString());
    String hash = AlertApi.hashPassword(PASSWORD);
    for (int i = 0; i < INSPECTORS; i++) {
      String user = "fundwatch.users." + inspector(i);
      settings.put(user + ".password-hash", hash);
      settings.put(user + ".roles", "inspector");
      settings.put(user + ".regions", region(i));
    }
    DeskHouse house = new DeskHouse(kafka, search, AlertApi.start(settings));
    while (!house.api.filled()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return house;
  }

  /** The name of an inspector, from 0. */
  static String inspector(int number) {
    return "inspector-%02d".formatted(number);
  }

  /**
   * An inspector who sees a county, one after the other of those who do.
   *
   * @param number of the request
   */
  static int inspectorOf(String county, int number) {
    int[] seeing =
        IntStream.range(0, INSPECTORS)
            .filter(i -> region(i).equals("*") || county.startsWith(region(i)))
            .toArray();
    return seeing[number % seeing.length];
  }

  /** Two see the nation, eight a province, the others a county. */
  private static String region(int inspector) {
    String province = AlertCrowd.PROVINCES.get(inspector % AlertCrowd.PROVINCES.size());
    if (inspector < NATIONAL) {
      return "*";
    }
    return inspector < NATIONAL + PROVINCIAL
        ? province
        : AlertCrowd.county(inspector - NATIONAL - PROVINCIAL);
  }

  String brokers() {
    return kafka.bootstrapServers();
  }

  URI page() {
    return api.url();
  }

  @Override
  public void close() {
    api.close();
    kafka.close();
    search.close();
  }
}

package org.fundwatch.benchmarks.desk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fundwatch.benchmarks.desk.DeskFigures.Load;
import org.fundwatch.benchmarks.load.Offsets;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.standalone.house.HouseTopics;

/**
 * Measures what inspectors wait for when there are a million alerts: list, detail, the next alert,
 * alone and together, with authentication, audit and journal on; before that, indexing.
 */
public final class DeskBenchmark {

  private static final String INDEXER = "fundwatch-alert-api";
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final int OPENERS = DeskHouse.INSPECTORS;
  private static final int SEARCH_HEAP = 1024;
  private static final long LOOK_SECONDS = 5;
  private static final double IDLE = 0.1;
  private static final double NANOS = 1e9;
  private static final int ROUND_SECONDS = 3;

  private final DeskPlan plan;
  private final AlertCrowd crowd;
  private final Path folder;
  private final PrintWriter out;

  /**
   * @param folder for all data; the caller removes it
   * @param out told what happens
   */
  public DeskBenchmark(DeskPlan plan, Path folder, PrintWriter out) {
    this.plan = plan;
    this.crowd = new AlertCrowd(plan.seed());
    this.folder = folder;
    this.out = out;
  }

  /** Measures. */
  public DeskFigures run() throws IOException, InterruptedException {
    Path installed =
        Path.of(
            System.getProperty(
                "fundwatch.elasticsearch.install",
                System.getProperty("user.home") + "/.cache/fundwatch/elasticsearch"));
    try (DeskHouse house = DeskHouse.start(installed, folder, SEARCH_HEAP);
        Offsets offsets = new Offsets(house.brokers())) {
      out.printf("indexing %,d alerts%n", plan.alerts());
      Cost before = Cost.now();
      long start = System.nanoTime();
      send(house);
      long end = offsets.awaitAll(INDEXER, HouseTopics.ALERTS, PATIENCE);
      Cost indexing = Cost.now().since(before);
      double indexed = plan.alerts() * NANOS / (end - start);
      out.printf("%.0f a second; opening %,d cases%n", indexed, plan.cases());
      DeskClient client = new DeskClient(house.page());
      double opened = open(client);
      out.printf("%.0f a second; loads%n", opened);
      awaitIdle();
      List<Load> loads = loads(client);
      return new DeskFigures(
          plan,
          indexed,
          indexing.ownNanos() / 1e3 / plan.alerts(),
          indexing.serverNanos() / 1e3 / plan.alerts(),
          opened,
          loads,
          Cost.ownPeakMegabytes(),
          Cost.serverPeakMegabytes());
    }
  }

  private void send(DeskHouse house) {
    try (var producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", house.brokers(),
                "acks", "all",
                "linger.ms", "20",
                "compression.type", "lz4"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      crowd.send(producer, HouseTopics.ALERTS, 0, plan.alerts());
    }
  }

  /** Cases a second; each has one alert, spread over all of them. */
  private double open(DeskClient client) throws IOException {
    int apart = plan.alerts() / plan.cases();
    long start = System.nanoTime();
    List<CompletableFuture<Void>> openers =
        IntStream.range(0, OPENERS)
            .mapToObj(
                opener ->
                    CompletableFuture.runAsync(
                        () ->
                            IntStream.iterate(opener, i -> i < plan.cases(), i -> i + OPENERS)
                                .forEach(i -> open(client, i * apart)),
                        task -> new Thread(task, "load").start()))
            .toList();
    openers.forEach(CompletableFuture::join);
    return plan.cases() * NANOS / (System.nanoTime() - start);
  }

  private void open(DeskClient client, int from) {
    Alert alert =
        IntStream.iterate(from, i -> i + 1)
            .mapToObj(crowd::alert)
            .filter(one -> one.status() == AlertStatus.OPEN)
            .findFirst()
            .orElseThrow();
    var answer =
        client
            .send(
                client.post(
                    DeskHouse.inspectorOf(alert.institution().region(), from),
                    "/api/v1/cases",
                    "benchmark-" + from,
                    "{\"title\":\"医院 %d\",\"alertIds\":[\"%s\"]}".formatted(from, alert.id())))
            .join();
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(
          "case of alert %s: status %d: %s"
              .formatted(alert.id(), answer.statusCode(), answer.body()));
    }
  }

  private List<Load> loads(DeskClient client) {
    DeskRequests requests = new DeskRequests(client, crowd, plan);
    OpenLoop list = OpenLoop.evenly("list with facets", 50);
    OpenLoop detail = OpenLoop.evenly("detail", 100);
    OpenLoop inTurn = OpenLoop.evenly("take next, one after the other", 10);
    OpenLoop next =
        new OpenLoop(
            "take next, all at once",
            DeskHouse.INSPECTORS,
            TimeUnit.SECONDS.toNanos(ROUND_SECONDS));
    int lists = plan.seconds() * 50;
    int details = plan.seconds() * 100;
    int nexts = Math.max(1, plan.seconds() / ROUND_SECONDS) * DeskHouse.INSPECTORS;
    int turns = plan.seconds() * 10;
    out.println("warming up");
    Load unused = list.run(lists, requests::list);
    unused = detail.run(details, requests::detail);
    unused = next.run(nexts, requests::takeNext);
    List<Load> loads = new ArrayList<>();
    out.println("each alone");
    loads.add(list.run(lists, requests::list));
    loads.add(detail.run(details, requests::detail));
    loads.add(inTurn.run(turns, requests::takeNext));
    loads.add(next.run(nexts, requests::takeNext));
    out.println("all together");
    var together =
        List.of(
            CompletableFuture.supplyAsync(() -> list.run(lists, requests::list)),
            CompletableFuture.supplyAsync(() -> detail.run(details, requests::detail)),
            CompletableFuture.supplyAsync(() -> inTurn.run(turns, requests::takeNext)));
    together.forEach(load -> loads.add(load.join().amidOthers()));
    requests.requireAllDifferent();
    return loads;
  }

  /** Waits until the search node has merged what was written. */
  private static void awaitIdle() throws InterruptedException {
    double share = 1;
    while (share > IDLE) {
      Cost before = Cost.now();
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      share = Cost.now().since(before).serverNanos() / NANOS / LOOK_SECONDS;
    }
  }
}

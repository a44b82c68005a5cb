package org.fundwatch.alertapi.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IndexUpgradeIT {
  private static final int AT_FIRST = 1_200;
  private static final int MEANWHILE = 20;
  private static final Done DECIDED = new Done(new AtomicInteger());
  private static final String DISMISS = "{\"disposition\":\"REASONABLE\",\"reason\":\"病情需要\"}";

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @Test
  void index_carriedOverWhileOthersReadAndWrite_losesNothing() throws Exception {
    for (int number = 0; number < AT_FIRST; number++) {
      SERVICE.send(SampleAlert.of(number).alert());
    }
    SERVICE.awaitTotal(AT_FIRST);
    var stop = new AtomicBoolean();
    var threads = Executors.newFixedThreadPool(3);
    try {
      var decided = threads.submit(decider(stop));
      var sent = threads.submit(sender(stop));
      var read = threads.submit(reader(stop));

      DECIDED.awaitMore();
      upgrade("alerts-v1", "alerts-v2");
      DECIDED.awaitMore();
      upgrade("alerts-v2", "alerts-v3");
      DECIDED.awaitMore();
      stop.set(true);

      assertThat(sent.get()).isPositive();
      assertThat(read.get()).isPositive();
      SERVICE.awaitTotal(AT_FIRST + sent.get());
      var inspector = SERVICE.as("inspector");
      for (int number = 0; number < decided.get(); number++) {
        var alert = inspector.get("/api/v1/alerts/" + SampleAlert.of(number).id()).json();
        assertThat(alert.at("/triage/state").asText())
            .as("alert %d", number)
            .isEqualTo("DISMISSED");
      }
      var listed = inspector.get("/api/v1/alerts?size=1&state=DISMISSED").json();
      assertThat(listed.at("/total").asInt()).isEqualTo(decided.get());
      // The new layout can do what the old one could not.
      assertThat(node().indicesBehind(SERVICE.search().prefix() + "alerts"))
          .containsExactly(SERVICE.search().prefix() + "alerts-v3");
    } finally {
      stop.set(true);
      threads.shutdown();
    }
  }

  /** Decides about alerts one after another until told to stop; how many. */
  private static Callable<Integer> decider(AtomicBoolean stop) {
    return () -> {
      int number = 0;
      for (; !stop.get() && number < AT_FIRST; number++) {
        var alert = "/api/v1/alerts/" + SampleAlert.of(number).id();
        var answer =
            SERVICE.as("inspector").post(alert + "/dismiss", DISMISS, "If-Match", "\"1-0\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        DECIDED.count.incrementAndGet();
      }
      return number;
    };
  }

  /** What was done so far. */
  private record Done(AtomicInteger count) {
    void awaitMore() {
      int wanted = count.get() + MEANWHILE;
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(count.get()).isGreaterThanOrEqualTo(wanted));
    }
  }

  /** Sends new alerts, each once the one before is there; how many. */
  private static Callable<Integer> sender(AtomicBoolean stop) {
    return () -> {
      int sent = 0;
      for (; !stop.get(); sent++) {
        var alert = SampleAlert.of(AT_FIRST + sent).alert();
        SERVICE.send(alert);
        SERVICE.awaitTag(alert.id(), "\"1-0\"");
      }
      return sent;
    };
  }

  /** Turns pages of all that there was at first; how often to the end. */
  private static Callable<Integer> reader(AtomicBoolean stop) {
    return () -> {
      int times = 0;
      while (!stop.get()) {
        var seen = new HashSet<String>();
        var cursor = "";
        do {
          var page =
              SERVICE
                  .as("inspector")
                  .get(
                      "/api/v1/alerts?size=200&closed=true&sort=SERVICE"
                          + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
          assertThat(page.status()).as(page.text()).isEqualTo(200);
          page.json().at("/items").forEach(item -> seen.add(item.at("/id").asText()));
          cursor = page.json().at("/nextCursor").asText();
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        assertThat(seen.size()).isGreaterThanOrEqualTo(AT_FIRST);
        times++;
      }
      return times;
    };
  }

  private static void upgrade(String from, String to) {
    var prefix = SERVICE.search().prefix();
    new IndexUpgrade(node(), new Scan(node()))
        .run(prefix + from, prefix + to, IndexUpgradeIT::layout);
  }

  /** Regions can be searched as text as well. */
  private static InputStream layout() {
    try (var layout = Indices.class.getResourceAsStream("alerts-v1.json")) {
      var text = new String(Objects.requireNonNull(layout).readAllBytes(), UTF_8);
      var region = "\"region\": {";
      assertThat(text).contains(region);
      var changed = text.replace(region, region + "\"fields\": {\"text\": {\"type\": \"text\"}},");
      return new ByteArrayInputStream(changed.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchNode node() {
    var configuration = new SearchConfiguration();
    var settings =
        new ElasticsearchSettings(
            URI.create(SERVICE.search().url().toString()),
            "",
            "",
            SERVICE.search().prefix(),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMillis(100));
    return new SearchNode(configuration.elasticsearchClient(configuration.restClient(settings)));
  }
}

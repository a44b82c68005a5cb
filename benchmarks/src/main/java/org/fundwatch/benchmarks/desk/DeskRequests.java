package org.fundwatch.benchmarks.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fundwatch.domain.alert.Alert;

/** What inspectors ask for; the same seed asks for the same. Thread-safe. */
final class DeskRequests {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  // What a day's lists look like: the queue, what is due, what is large, a rule's, a search, a
  // quarter.
  private static final List<String> LISTS =
      List.of(
          "",
          "sort=DUE",
          "sort=AMOUNT",
          "rule=FE20-out-of-scope",
          "family=IP&state=NEW",
          "text=" + URLEncoder.encode("重复用药", UTF_8),
          "amountFromFen=1000000&sort=SERVICE",
          "serviceFrom=2026-01-01&serviceTo=2026-03-31&closed=true");

  private final DeskClient client;
  private final AlertCrowd crowd;
  private final DeskPlan plan;
  private final Queue<String> taken = new ConcurrentLinkedQueue<>();

  DeskRequests(DeskClient client, AlertCrowd crowd, DeskPlan plan) {
    this.client = client;
    this.crowd = crowd;
    this.plan = plan;
  }

  /** A page of 50 alerts with total and facets. */
  CompletableFuture<HttpResponse<String>> list(int number) {
    String query = LISTS.get(number % LISTS.size());
    return client.send(client.get(inspector(number), "/api/v1/alerts?size=50&" + query));
  }

  /** One alert whole that the inspector sees. */
  CompletableFuture<HttpResponse<String>> detail(int number) {
    Alert alert = crowd.alert(new SplittableRandom(plan.seed() + number).nextInt(plan.alerts()));
    int inspector = DeskHouse.inspectorOf(alert.institution().region(), number);
    return client.send(client.get(inspector, "/api/v1/alerts/" + alert.id()));
  }

  /** The free alert of the highest priority, for one inspector after the other. */
  CompletableFuture<HttpResponse<String>> takeNext(int number) {
    return client
        .send(client.post(inspector(number), "/api/v1/alerts/take-next", "take-" + number, "{}"))
        .whenComplete((answer, failure) -> note(answer));
  }

  /**
   * Checks that nobody was given what somebody else was given.
   *
   * @throws IllegalStateException otherwise
   */
  void requireAllDifferent() {
    Set<String> different = new HashSet<>(taken);
    if (different.size() < taken.size()) {
      throw new IllegalStateException(
          "take-next: %d answers, %d different alerts".formatted(taken.size(), different.size()));
    }
  }

  private void note(HttpResponse<String> answer) {
    if (answer != null && answer.statusCode() == 200) {
      try {
        taken.add(MAPPER.readTree(answer.body()).at("/alert/id").asText());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("take-next: no JSON: " + e.getOriginalMessage(), e);
      }
    }
  }

  private static int inspector(int number) {
    return number % DeskHouse.INSPECTORS;
  }
}

package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TakeNextIT {
  private static final int INSPECTORS = 50;
  private static final int EACH = 4;
  private static final String NEXT = "/api/v1/alerts/take-next";

  @RegisterExtension
  static final ServiceExtension SERVICE =
      withInspectors(new ServiceExtension().withUser("city", "inspector", "3202"));

  /** As many alerts as can be taken, and five more that only a filter leads to. */
  @Test
  void takeNext_by50AtOnce_neverGivesTheSameTwice() throws Exception {
    for (int number = 0; number < INSPECTORS * EACH; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_000_000 + number * 1_000L).alert());
    }
    SERVICE.awaitTotal(INSPECTORS * EACH);

    var taken = takeAtOnce();

    assertThat(taken).hasSize(INSPECTORS * EACH);
    assertThat(new HashSet<>(taken)).hasSize(INSPECTORS * EACH);
    assertThat(SERVICE.as("i0").post(NEXT, "{}").status()).isEqualTo(204);

    highestPriorityComesFirst();
    filtersAndRegionsNarrow();
    whatIsGivenToOthersIsNotTaken();
  }

  private static List<String> takeAtOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(INSPECTORS);
    try {
      var tasks =
          IntStream.range(0, INSPECTORS)
              .<Callable<List<String>>>mapToObj(number -> () -> takeSome(SERVICE.as("i" + number)))
              .toList();
      var taken = new ArrayList<String>();
      for (var some : threads.invokeAll(tasks)) {
        taken.addAll(some.get());
      }
      return taken;
    } finally {
      threads.shutdown();
    }
  }

  private static List<String> takeSome(Http inspector) {
    var taken = new ArrayList<String>();
    for (int i = 0; i < EACH; i++) {
      var answer = inspector.post(NEXT, "{}");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.tag()).isEqualTo("\"1-1\"");
      assertThat(answer.json().at("/triage/takenBy").asText()).isEqualTo(inspector.user());
      taken.add(answer.json().at("/alert/id").asText());
    }
    return taken;
  }

  private static void highestPriorityComesFirst() {
    send(SampleAlert.of(1_001).amountFen(5_000_000));
    // More money, less sure of it.
    send(SampleAlert.of(1_002).amountFen(6_000_000).confidence(0.5));
    var first = SERVICE.as("i0").post(NEXT, "{}");
    assertThat(first.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(1_001).id());

    // Others get the next one, until it is given back.
    var other = SERVICE.as("i1").post(NEXT, "{}");
    assertThat(other.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(1_002).id());
    var alert = "/api/v1/alerts/" + SampleAlert.of(1_001).id();
    var refused =
        SERVICE
            .as("i1")
            .post(
                alert + "/dismiss",
                "{\"disposition\":\"REASONABLE\",\"reason\":\"x\"}",
                "If-Match",
                first.tag());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/detail").asText()).contains("taken by i0 until ");
    assertThat(SERVICE.as("i1").post(alert + "/release", "{}", "If-Match", first.tag()).status())
        .isEqualTo(409);
    var released = SERVICE.as("i0").post(alert + "/release", "{}", "If-Match", first.tag());
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    var again = SERVICE.as("i1").post(NEXT, "{}");
    assertThat(again.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(1_001).id());
  }

  private static void filtersAndRegionsNarrow() {
    send(SampleAlert.of(1_003).amountFen(9_000_000));
    send(SampleAlert.of(1_004).amountFen(10).institution(SampleAlert.PHARMACY));

    var filtered = SERVICE.as("i0").post(NEXT, "{\"query\":{\"amountToFen\":100}}");
    assertThat(filtered.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(1_004).id());
    var elsewhere = SERVICE.as("city").post(NEXT, "{}");
    assertThat(elsewhere.status()).isEqualTo(204);
    var anywhere = SERVICE.as("i0").post(NEXT, "{}");
    assertThat(anywhere.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(1_003).id());
  }

  private static void whatIsGivenToOthersIsNotTaken() {
    send(SampleAlert.of(1_005));
    var alert = "/api/v1/alerts/" + SampleAlert.of(1_005).id();
    SERVICE.as("lead").post(alert + "/assign", "{\"assignee\":\"i7\"}", "If-Match", "\"1-0\"");

    assertThat(SERVICE.as("i0").post(NEXT, "{}").status()).isEqualTo(204);
    assertThat(SERVICE.as("i7").post(NEXT, "{}").json().at("/alert/id").asText())
        .isEqualTo(SampleAlert.of(1_005).id());
  }

  private static void send(SampleAlert sample) {
    SERVICE.send(sample.alert());
    SERVICE.awaitTag(sample.id(), "\"1-0\"");
    SERVICE.awaitIndexed();
  }

  private static ServiceExtension withInspectors(ServiceExtension service) {
    IntStream.range(0, INSPECTORS)
        .forEach(number -> service.withUser("i" + number, "inspector", "*"));
    return service;
  }
}

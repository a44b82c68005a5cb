package org.fundwatch.alertapi.indexing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.fundwatch.embedded.TopicSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An installation whose topic of settlement rows is made after the service has begun. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RowIndexingIT {
  private static final String TOPIC = "rows-that-come-later";
  private static final TopicSpec SPEC = TopicSpec.of(TOPIC, 1).compacted();
  private static final SampleAlert ALERT = SampleAlert.of(1);
  private static final String ROWS = "/api/v1/alerts/" + ALERT.id() + "/rows";
  private static final String HEALTH = "/components/indexing/details/";

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension().with("fundwatch.kafka.rows-topic", TOPIC);

  @BeforeAll
  static void index() {
    SERVICE.send(ALERT.alert());
    SERVICE.awaitTotal(1);
  }

  @Test
  @Order(1)
  void topic_thatIsNotThere_keepsNobodyFromWork_andIsSeenOnceItIs() {
    SERVICE.awaitFilled();
    assertThat(SERVICE.as("inspector").get(ROWS).json().at("/missing")).hasSize(3);

    SERVICE.kafka().ensureTopics(SPEC);
    send(SampleRow.of(1).row());

    SERVICE.awaitRows(ALERT.id(), 1);
  }

  @Test
  @Order(2)
  void records_thatAreNoRows_areCountedAndDoNotStopTheRest() {
    SERVICE.sendTo(TOPIC, "S-M000001", "{\"schema\":".getBytes(UTF_8));
    SERVICE.sendTo(TOPIC, "S-M000001", "{\"schema\":99}".getBytes(UTF_8));
    SERVICE.sendTo(TOPIC, "S-M000001", null);
    send(SampleRow.of(1).amountFen(31_000).row());

    awaitAmount(31_000);
    var health = SERVICE.as("").get("/actuator/health").json();
    assertThat(health.at(HEALTH + "rowsRejected").asInt()).isEqualTo(2);
    assertThat(health.at(HEALTH + "rowIndexer").asText()).isEqualTo("running");
    assertThat(SERVICE.as("admin").get("/actuator/prometheus").text())
        .contains("fundwatch_indexing_rows_total{result=\"rejected\"} 2.0")
        .contains("fundwatch_indexing_rows_lag");
  }

  @Test
  @Order(3)
  void rows_readAgainFromTheBeginning_giveWayToWhatIsThere() {
    // The offsets are gone: the whole topic comes once more, the older rows first.
    SERVICE.restart(RowIndexingIT::forgetOffsets);

    SERVICE.awaitRowsTaken(4);

    assertThat(amount()).isEqualTo(31_000);
    assertThat(SERVICE.as("admin").get("/actuator/prometheus").text())
        .contains("fundwatch_indexing_rows_total{result=\"updated\"} 0.0");
  }

  @Test
  @Order(4)
  void topic_madeAnew_isNewerThanAllBeforeIt() {
    SERVICE.restart(
        () -> {
          admin(admin -> admin.deleteTopics(List.of(TOPIC)).all().get());
          SERVICE.kafka().ensureTopics(SPEC);
          // At a place where the topic before had a newer row of the same settlement.
          send(SampleRow.of(1).amountFen(32_000).row());
        });

    awaitAmount(32_000);
  }

  private static void send(SettlementRow row) {
    SERVICE.sendTo(TOPIC, row.settlementId(), SettlementRowJson.write(row));
  }

  private static long amount() {
    return SERVICE.as("inspector").get(ROWS).json().at("/items/0/amounts/totalFen").asLong();
  }

  private static void awaitAmount(long fen) {
    await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(amount()).isEqualTo(fen));
  }

  private static void forgetOffsets() {
    var group = SERVICE.settings().get("fundwatch.kafka.group") + "-rows";
    admin(admin -> admin.deleteConsumerGroups(List.of(group)).all().get());
  }

  /** Something that is done to the broker. */
  private interface Deed {
    void with(Admin admin) throws Exception;
  }

  private static void admin(Deed deed) {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", SERVICE.kafka().bootstrapServers()))) {
      deed.with(admin);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.fundwatch.standalone.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the stream has come: asks the brokers and the search node. Not thread-safe. */
public final class Progress implements AutoCloseable {

  /** Consumer group under which the job commits how far its last checkpoint reaches. */
  private static final String JOB_GROUP = "fundwatch";

  private static final int PATIENCE_SECONDS = 5;
  private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

  private final Admin admin;
  private final URI alertCount;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS)).build();

  /** Asks these brokers and this search node. */
  public Progress(String brokers, URI search) {
    admin = Admin.create(Map.of("bootstrap.servers", brokers));
    alertCount = URI.create(search + "/fundwatch-alerts/_count");
  }

  /**
   * What is known now.
   *
   * @param settlements events on the topic
   * @param judged of them, those in the job's last checkpoint
   * @param refused events that intake could not take
   * @param alerts alerts that can be searched, empty where the search node does not answer
   */
  public record Now(long settlements, long judged, long refused, OptionalLong alerts) {

    /** Events on the topic that no checkpoint holds yet. */
    public long lag() {
      return settlements - judged;
    }
  }

  /**
   * Asks.
   *
   * @throws HouseException when the brokers do not answer
   */
  public Now now() throws HouseException, InterruptedException {
    try {
      Map<TopicPartition, Long> ends = ends(HouseTopics.SETTLEMENTS);
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(JOB_GROUP)
              .partitionsToOffsetAndMetadata()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      long judged = 0;
      for (TopicPartition partition : ends.keySet()) {
        OffsetAndMetadata offset = committed.get(partition);
        judged += offset == null ? 0 : offset.offset();
      }
      return new Now(sum(ends), judged, sum(ends(HouseTopics.DEAD_LETTERS)), alerts());
    } catch (ExecutionException | TimeoutException e) {
      throw new HouseException("Kafka: does not answer: " + e, e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(PATIENCE_SECONDS));
  }

  private Map<TopicPartition, Long> ends(String topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    int partitions =
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(latest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).entrySet()) {
      ends.put(end.getKey(), end.getValue().offset());
    }
    return ends;
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private OptionalLong alerts() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(alertCount).timeout(Duration.ofSeconds(PATIENCE_SECONDS)).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        return OptionalLong.of(0); // the index comes with the first start of the API
      }
      Matcher count = COUNT.matcher(answer.body());
      return count.find() ? OptionalLong.of(Long.parseLong(count.group(1))) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}

package org.fundwatch.standalone.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.fundwatch.embedded.TopicSpec;

/** What we ask of brokers, ours or others'. */
public final class Brokers {

  private static final int TIMEOUT_SECONDS = 10;

  private Brokers() {}

  /**
   * The id of the cluster that answers.
   *
   * @throws HouseException when none does
   */
  public static String clusterId(String servers) throws HouseException, InterruptedException {
    try (Admin admin = admin(servers)) {
      return get(servers, admin.describeCluster().clusterId());
    }
  }

  /**
   * Makes the topics that are missing; one that is there is left as its owner made it.
   *
   * @param replicas of each partition
   */
  public static void makeMissing(String servers, Collection<TopicSpec> topics, int replicas)
      throws HouseException, InterruptedException {
    try (Admin admin = admin(servers)) {
      Set<String> present = get(servers, admin.listTopics().names());
      List<NewTopic> missing = new ArrayList<>();
      for (TopicSpec topic : topics) {
        if (!present.contains(topic.name())) {
          missing.add(
              new NewTopic(
                      topic.name(), Optional.of(topic.partitions()), Optional.of((short) replicas))
                  .configs(topic.config()));
        }
      }
      Void unused = get(servers, admin.createTopics(missing).all());
    }
  }

  private static Admin admin(String servers) throws HouseException {
    try {
      return Admin.create(
          Map.of(
              "bootstrap.servers", servers,
              "request.timeout.ms", Integer.toString(TIMEOUT_SECONDS * 1000 / 2),
              "default.api.timeout.ms", Integer.toString(TIMEOUT_SECONDS * 1000)));
    } catch (KafkaException e) {
      String problem = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new HouseException("Kafka: " + servers + ": " + problem + "; host:port is needed", e);
    }
  }

  private static <T> T get(String servers, KafkaFuture<T> future)
      throws HouseException, InterruptedException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw away(servers, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw away(servers, e);
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new HouseException("Kafka: " + servers + ": refused: " + cause.getMessage(), e);
    }
  }

  private static HouseException away(String servers, Exception cause) {
    return new HouseException(
        "Kafka: %s: no answer within %d s; is it running, and reachable from here?"
            .formatted(servers, TIMEOUT_SECONDS),
        cause);
  }
}

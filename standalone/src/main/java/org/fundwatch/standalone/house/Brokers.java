package org.fundwatch.standalone.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
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
    try (Admin admin = admin(servers, Map.of())) {
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
    List<String> unused = makeMissing(servers, Map.of(), topics, replicas);
  }

  /**
   * The same with settings of the Kafka client.
   *
   * @return the names of those made
   */
  public static List<String> makeMissing(
      String servers, Map<String, String> client, Collection<TopicSpec> topics, int replicas)
      throws HouseException, InterruptedException {
    try (Admin admin = admin(servers, client)) {
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
      return missing.stream().map(NewTopic::name).toList();
    }
  }

  /**
   * What the topics of the brokers are other than they must be, a sentence each.
   *
   * @param replicas of each partition, at least
   */
  public static List<String> faults(
      String servers, Map<String, String> client, Collection<TopicSpec> topics, int replicas)
      throws HouseException, InterruptedException {
    List<String> faults = new ArrayList<>();
    try (Admin admin = admin(servers, client)) {
      Set<String> present = get(servers, admin.listTopics().names());
      for (TopicSpec topic : topics) {
        if (!present.contains(topic.name())) {
          faults.add(topic.name() + ": missing");
          continue;
        }
        TopicDescription found =
            get(servers, admin.describeTopics(List.of(topic.name())).allTopicNames())
                .values()
                .iterator()
                .next();
        if (found.partitions().size() != topic.partitions()) {
          faults.add(
              "%s: %d partitions; %d are wanted"
                  .formatted(topic.name(), found.partitions().size(), topic.partitions()));
        }
        int copies =
            found.partitions().stream().mapToInt(part -> part.replicas().size()).min().orElse(0);
        if (copies < replicas) {
          faults.add(
              "%s: %d replicas; at least %d are wanted".formatted(topic.name(), copies, replicas));
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config =
            get(servers, admin.describeConfigs(List.of(resource)).all())
                .getOrDefault(resource, new Config(List.of()));
        new TreeMap<>(topic.config())
            .forEach(
                (name, wanted) -> {
                  ConfigEntry entry = config.get(name);
                  String value = entry == null ? "unset" : entry.value();
                  if (!wanted.equals(value)) {
                    faults.add(
                        "%s: %s is %s; %s is wanted".formatted(topic.name(), name, value, wanted));
                  }
                });
      }
    }
    return faults;
  }

  private static Admin admin(String servers, Map<String, String> client) throws HouseException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", servers);
    settings.put("request.timeout.ms", Integer.toString(TIMEOUT_SECONDS * 1000 / 2));
    settings.put("default.api.timeout.ms", Integer.toString(TIMEOUT_SECONDS * 1000));
    settings.putAll(client);
    try {
      return Admin.create(settings);
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

package org.fundwatch.embedded;

import static java.util.Objects.requireNonNullElse;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Brings topics to their specs, however often it is asked. */
final class Topics {
  private static final long TIMEOUT_SECONDS = 60;

  private Topics() {}

  static void ensure(Admin admin, Collection<TopicSpec> topics) {
    for (var topic : topics) {
      if (!create(admin, topic)) {
        requirePartitions(admin, topic);
        alter(admin, topic);
      }
    }
  }

  private static boolean create(Admin admin, TopicSpec topic) {
    var request = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
    try {
      get(admin.createTopics(List.of(request.configs(topic.config()))).all());
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw refused(topic, e);
    }
  }

  private static void requirePartitions(Admin admin, TopicSpec topic) {
    try {
      var found = get(admin.describeTopics(List.of(topic.name())).allTopicNames()).values();
      int partitions = found.iterator().next().partitions().size();
      if (partitions != topic.partitions()) {
        throw new IllegalStateException(
            "topic %s: has %d partitions, %d were asked for; keep %d, or delete the topic first"
                .formatted(topic.name(), partitions, topic.partitions(), partitions));
      }
    } catch (ExecutionException e) {
      throw refused(topic, e);
    }
  }

  private static void alter(Admin admin, TopicSpec topic) {
    if (topic.config().isEmpty()) {
      return;
    }
    var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
    changes.put(
        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
        topic.config().entrySet().stream().map(Topics::set).toList());
    try {
      get(admin.incrementalAlterConfigs(changes).all());
    } catch (ExecutionException e) {
      throw refused(topic, e);
    }
  }

  private static AlterConfigOp set(Map.Entry<String, String> setting) {
    return new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET);
  }

  private static EmbeddedServerException refused(TopicSpec topic, ExecutionException failure) {
    var cause = requireNonNullElse(failure.getCause(), failure);
    return new EmbeddedServerException(
        "topic %s: refused by the broker: %s".formatted(topic.name(), cause.getMessage()), cause);
  }

  private static <T> T get(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new EmbeddedServerException(
          "Kafka broker: no answer within %d s".formatted(TIMEOUT_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("Kafka broker: interrupted while waiting for it", e);
    }
  }
}

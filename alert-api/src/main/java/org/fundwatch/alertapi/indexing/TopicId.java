package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What tells a topic from the one that had its name before it was made anew. */
final class TopicId {
  private TopicId() {}

  /**
   * The id of a topic.
   *
   * @throws KafkaException when the broker does not answer in time, or has no such topic
   */
  static String of(String topic, IndexingSettings settings, Duration answer) {
    var config = new HashMap<String, Object>(settings.client());
    // A consumer's own.
    config.remove(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    try (var admin = Admin.create(config)) {
      var described = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
      return Objects.requireNonNull(described)
          .get(answer.toMillis(), TimeUnit.MILLISECONDS)
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("broker: no answer", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}

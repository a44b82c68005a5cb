package org.fundwatch.alertapi.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Puts records on topics in the order in which they are given. For one thread. */
final class Publisher implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final Runnable waiting;

  /**
   * @param waiting called once a second for as long as the broker does not answer
   */
  Publisher(JournalTopics topics, Runnable waiting) {
    this.producer = topics.producer();
    this.waiting = waiting;
  }

  /**
   * Publishes records; returns when all brokers that must have them do.
   *
   * @throws KafkaException when that will not happen; the first of them may be there then
   */
  void publish(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var record : records) {
      // Fails here while the broker is away, and not for one record with the next going out.
      producer.partitionsFor(record.topic());
      var future = producer.send(record);
      if (future.isDone()) {
        await(future);
      }
      sent.add(future);
    }
    for (var future : sent) {
      await(future);
    }
  }

  private void await(Future<RecordMetadata> future) throws InterruptedException {
    while (true) {
      try {
        future.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        waiting.run();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof KafkaException cause
            ? cause
            : new KafkaException("broker: record not taken", e.getCause());
      }
    }
  }

  /** Gives up what is under way; may be called by another thread. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}

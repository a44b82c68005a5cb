package org.fundwatch.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.benchmarks.events.Event;
import org.fundwatch.benchmarks.events.EventReader;

/** Sends events to a topic, with the settings of {@code ./fundwatch ingest}. */
public final class Sender implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  /** Connects to brokers. */
  public Sender(String brokers, String topic) {
    this.topic = topic;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "acks", "all",
                "linger.ms", "20",
                "batch.size", "131072",
                "compression.type", "lz4",
                "max.request.size", "16777216"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends events as fast as the broker takes them; returns when it has all. */
  public void send(EventReader events, int count) throws IOException {
    AtomicReference<Exception> failure = new AtomicReference<>();
    for (int i = 0; i < count; i++) {
      var unused =
          producer.send(
              record(events.next()), (metadata, problem) -> failure.compareAndSet(null, problem));
    }
    flush(failure);
  }

  /**
   * Offers events at a rate, one by one, whether or not the receiver keeps up.
   *
   * @param perSecond how many a second
   * @return when the broker took each, message id to epoch milliseconds
   */
  public Map<String, Long> offer(EventReader events, int count, int perSecond) throws IOException {
    Map<String, Long> taken = new ConcurrentHashMap<>();
    AtomicReference<Exception> failure = new AtomicReference<>();
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long due = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Event event = events.next();
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      due += gap;
      var unused =
          producer.send(
              record(event),
              (metadata, problem) -> {
                failure.compareAndSet(null, problem);
                if (problem == null) {
                  taken.put(event.messageId(), metadata.timestamp());
                }
              });
    }
    flush(failure);
    return taken;
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<byte[], byte[]> record(Event event) {
    return new ProducerRecord<>(
        topic, event.person().getBytes(StandardCharsets.UTF_8), event.json());
  }

  private void flush(AtomicReference<Exception> failure) throws IOException {
    producer.flush();
    if (failure.get() != null) {
      throw new IOException(topic + ": the broker did not take all events", failure.get());
    }
  }
}

package org.fundwatch.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.benchmarks.events.Event;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.jspecify.annotations.Nullable;

/**
 * Sends settlements at a steady pace from a thread of its own, each once: it tries for as long as
 * the broker is away, and keeps a file of what it has sent.
 */
final class Feeder implements AutoCloseable {

  private static final String PATIENCE_MILLIS = "600000";

  private final EventFile events;
  private final Path sent;
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final long gapNanos;
  private final Thread thread = new Thread(this::run, "feeder");
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile int count;

  /**
   * Begins to send.
   *
   * @param sent file that gets one event a line
   */
  Feeder(EventFile events, Path sent, String brokers, String topic, int perSecond) {
    this.events = events;
    this.sent = sent;
    this.topic = topic;
    this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                brokers,
                "acks",
                "all",
                "enable.idempotence",
                "true",
                "delivery.timeout.ms",
                PATIENCE_MILLIS,
                "max.block.ms",
                PATIENCE_MILLIS,
                "max.request.size",
                "16777216"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    thread.start();
  }

  /**
   * Stops and waits until the broker has all.
   *
   * @return settlements sent
   * @throws IOException when the broker did not take one
   */
  int stop() throws IOException, InterruptedException {
    stopped = true;
    thread.join();
    producer.flush();
    Exception problem = failure.get();
    if (problem != null) {
      throw new IOException(topic + ": not all settlements were sent", problem);
    }
    return count;
  }

  @Override
  public void close() {
    stopped = true;
    producer.close();
  }

  private void run() {
    try (EventReader reader = events.open();
        OutputStream lines = new BufferedOutputStream(Files.newOutputStream(sent))) {
      long due = System.nanoTime();
      while (!stopped && count < events.events()) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        due += gapNanos;
        send(reader.next(), lines);
      }
    } catch (IOException | RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
  private void send(Event event, OutputStream lines) throws IOException {
    lines.write(event.json());
    lines.write('\n');
    var unused =
        producer.send(
            new ProducerRecord<>(topic, event.person().getBytes(UTF_8), event.json()),
            (metadata, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
    count++;
  }
}

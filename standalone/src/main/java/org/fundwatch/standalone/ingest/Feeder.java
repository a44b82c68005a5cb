package org.fundwatch.standalone.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the events of a source to a topic, at least once and in the source's order for each person:
 * a message seen twice counts once in the job. A broker that is away is waited for.
 */
public final class Feeder implements AutoCloseable {

  /** The largest event that is sent, with room for what Kafka adds. */
  public static final int MAX_REQUEST_BYTES = 9 * 1024 * 1024;

  private static final int WINDOW = 10_000;
  private static final long NOTE_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Is told how far the sending has come, a few times a second. */
  public interface Progress {
    /**
     * So far it has come.
     *
     * @param source what is read
     * @param acknowledged records that need not be sent again
     * @param refusedRows rows refused so far
     */
    void at(SettlementSource source, long acknowledged, long refusedRows);
  }

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final Pace pace;
  private volatile boolean stopped;

  /**
   * Connects to brokers, which need not be there yet.
   *
   * @param bootstrapServers where the brokers are
   * @param patience how long a broker that is away is waited for
   */
  public Feeder(String bootstrapServers, String topic, Pace pace, Duration patience) {
    this.topic = topic;
    this.pace = pace;
    int patienceMillis = Math.toIntExact(patience.toMillis());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                "true",
                "linger.ms",
                "20",
                "batch.size",
                "131072",
                "compression.type",
                "lz4",
                "max.request.size",
                Integer.toString(MAX_REQUEST_BYTES),
                "max.block.ms",
                Integer.toString(patienceMillis),
                "request.timeout.ms",
                Integer.toString(Math.min(30_000, patienceMillis)),
                "delivery.timeout.ms",
                Integer.toString(patienceMillis + 1000)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Sends what the ledger has not yet noted, until the source ends or {@link #stop} is called.
   *
   * @return the number of records acknowledged, those of earlier runs included
   * @throws SendException when the patience is over; the ledger then knows how far it came
   */
  public long feed(SettlementSource source, Ledger ledger, RefusalFile refusals, Progress progress)
      throws IOException, InterruptedException, SendException {
    AckWindow window = new AckWindow(ledger.acknowledged(), WINDOW);
    try {
      long start = ledger.acknowledged();
      long number = 0;
      long noted = System.nanoTime();
      while (!stopped) {
        SourceRecord record = source.next();
        if (record == null) {
          break;
        }
        refusals.add(record.refusals());
        if (number++ < start) {
          continue;
        }
        send(record, window);
        if (System.nanoTime() - noted > NOTE_EVERY_NANOS) {
          noted = System.nanoTime();
          ledger.note(window.acknowledged());
          progress.at(source, window.acknowledged(), refusals.rows());
        }
      }
      producer.flush();
      window.awaitAll();
      progress.at(source, window.acknowledged(), refusals.rows());
      return window.acknowledged();
    } finally {
      ledger.note(window.acknowledged());
    }
  }

  /** Makes {@link #feed} return soon, with all that was sent acknowledged and noted. */
  public void stop() {
    stopped = true;
  }

  /** True once {@link #stop} was called. */
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private void send(SourceRecord record, AckWindow window)
      throws InterruptedException, SendException {
    SourceRecord.Outgoing event = record.event();
    if (event == null) {
      window.acknowledge(window.take());
      return;
    }
    pace.awaitTurn();
    long number = window.take();
    byte[] key = event.person().getBytes(StandardCharsets.UTF_8);
    // The callback tells what the future would.
    var unused =
        producer.send(
            new ProducerRecord<>(topic, key, event.json()),
            (metadata, failure) -> {
              if (failure == null) {
                window.acknowledge(number);
              } else {
                window.fail(failure);
              }
            });
  }
}

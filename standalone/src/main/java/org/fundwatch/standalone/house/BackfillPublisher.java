package org.fundwatch.standalone.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.streaming.job.JobConfig;

/** Hands the job the alerts of older history, to be folded into its own. */
public final class BackfillPublisher {

  private BackfillPublisher() {}

  /**
   * Sends every alert of a file, one a line. Told again they change nothing.
   *
   * @param topic that the job folds them in from
   * @return how many were sent
   */
  public static long publish(String servers, String topic, Path alerts)
      throws HouseException, IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers,
            "acks",
            "all",
            "max.request.size",
            JobConfig.MAX_MESSAGE_BYTES);
    AtomicReference<Exception> failure = new AtomicReference<>();
    long sent = 0;
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        BufferedReader lines = Files.newBufferedReader(alerts)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        byte[] json = line.getBytes(UTF_8);
        byte[] key = AlertJson.read(json).id().getBytes(UTF_8);
        var unused =
            producer.send(
                new ProducerRecord<>(topic, key, json),
                (place, failed) -> failure.compareAndSet(null, failed));
        sent++;
      }
      producer.flush();
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new HouseException(
          "alerts: not all sent to %s: %s; repeat the command".formatted(servers, failed), failed);
    }
    return sent;
  }
}

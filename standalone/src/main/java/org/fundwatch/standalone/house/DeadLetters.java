package org.fundwatch.standalone.house;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;

/** The topic of dead letters, read from its beginning. */
public final class DeadLetters {

  private DeadLetters() {}

  /**
   * Hands out each letter, in the order of each partition.
   *
   * @param <E> what the taker may throw
   */
  public static <E extends Exception> void read(String brokers, Taker<E> taker)
      throws HouseException, InterruptedException, E {
    TopicLog.<E>read(brokers, HouseTopics.DEAD_LETTERS, record -> taker.take(letter(record)));
  }

  private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) throws HouseException {
    try {
      return DeadLetterJson.read(record.value());
    } catch (IOException e) {
      throw new HouseException(
          "%s[%d]@%d: no dead letter: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }

  /**
   * Takes a letter.
   *
   * @param <E> what it may throw
   */
  public interface Taker<E extends Exception> {
    void take(DeadLetter letter) throws E, HouseException, InterruptedException;
  }
}

package org.fundwatch.standalone.house;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;

/** The topic of dead letters, read from its beginning. */
public final class DeadLetters {

  private DeadLetters() {}

  /** All letters, in the order of each partition. */
  public static List<DeadLetter> read(String brokers) throws HouseException, InterruptedException {
    List<DeadLetter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : TopicLog.read(brokers, HouseTopics.DEAD_LETTERS)) {
      try {
        letters.add(DeadLetterJson.read(record.value()));
      } catch (IOException e) {
        throw new HouseException("dead letters: cannot be read: " + e.getMessage(), e);
      }
    }
    return letters;
  }
}

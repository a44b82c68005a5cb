package org.fundwatch.alertapi.indexing;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchUnavailableException;

/** What a topic brings, and where it goes. */
interface Cargo {

  /** The index that it goes to. */
  Indices.Name index();

  /** What has to be done before the first record, each step until it succeeds. */
  List<Runnable> first();

  /**
   * Unpacks what a poll brought; broken records are counted and left.
   *
   * @param topicId tells a topic from the one that had its name before it
   */
  Load load(Iterable<ConsumerRecord<String, byte[]>> records, Supplier<String> topicId);

  /** What one poll brought, unpacked. */
  interface Load {
    /**
     * Writes it; may be repeated after a failure.
     *
     * @throws SearchUnavailableException when the node does not take all of it now
     */
    Tally write();
  }

  /**
   * What became of records.
   *
   * @param stale there was the same or something newer
   * @param rejected they are not what they should be, or the search node says so
   */
  record Tally(int created, int updated, int stale, int rejected) {
    Tally plus(Tally other) {
      return new Tally(
          created + other.created,
          updated + other.updated,
          stale + other.stale,
          rejected + other.rejected);
    }
  }
}

package org.fundwatch.alertapi.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One round of the relay: takes entries from the outbox, has projected what their writers may not
 * have, publishes, seals heads, and notes that it is done. Broken off anywhere, the next round does
 * the same again: entries can reach their topic twice, never out of order and never not at all.
 */
@Component
final class RelayRound {
  private static final Logger LOG = LoggerFactory.getLogger(RelayRound.class);
  private static final int MOST = 500;

  private final Outbox outbox;
  private final EntryStore store;
  private final Projector projector;
  private final RelaySignal signal;
  private final JournalTopics topics;
  private final Seals seals;
  private final ObjectProvider<Outlet> outlets;
  private final Set<StreamId> reported = ConcurrentHashMap.newKeySet();

  RelayRound(
      Outbox outbox,
      EntryStore store,
      Projector projector,
      RelaySignal signal,
      JournalTopics topics,
      Seals seals,
      ObjectProvider<Outlet> outlets) {
    this.outbox = outbox;
    this.store = store;
    this.projector = projector;
    this.signal = signal;
    this.topics = topics;
    this.seals = seals;
    this.outlets = outlets;
  }

  /** Where a round can be broken off. */
  enum Step {
    FOUND,
    PROJECTED,
    PUBLISHED,
    SEALED,
    MARKED
  }

  /**
   * Relays some entries.
   *
   * @param after told after each step
   * @return how many; 0 when none wait
   */
  int run(Publisher publisher, Consumer<Step> after) throws InterruptedException {
    var entries = genuine(outbox.first(MOST));
    after.accept(Step.FOUND);
    if (entries.isEmpty()) {
      return 0;
    }
    project(entries);
    after.accept(Step.PROJECTED);
    publisher.publish(records(entries));
    after.accept(Step.PUBLISHED);
    outbox.keep(heads(entries).values());
    after.accept(Step.SEALED);
    entries.stream().collect(Collectors.groupingBy(EntryDocument::kind)).forEach(outbox::relayed);
    entries.forEach(entry -> signal.relayed(entry.streamId(), entry.sequence()));
    after.accept(Step.MARKED);
    return entries.size();
  }

  /** Without those that none of us has written, and what follows them. */
  private List<EntryDocument> genuine(List<EntryDocument> entries) {
    var forged = new HashSet<StreamId>();
    var genuine = new ArrayList<EntryDocument>();
    for (var entry : entries) {
      var stream = entry.streamId();
      if (!forged.contains(stream) && seals.genuine(entry)) {
        genuine.add(entry);
      } else if (forged.add(stream) && reported.add(stream)) {
        LOG.error("{}, entry {}: not one of ours; not published", stream, entry.sequence());
      }
    }
    return genuine;
  }

  private void project(List<EntryDocument> entries) {
    var behind =
        entries.stream()
            .filter(entry -> !signal.isProjected(entry.streamId(), entry.sequence()))
            .collect(
                Collectors.groupingBy(
                    EntryDocument::kind,
                    Collectors.mapping(EntryDocument::stream, Collectors.toSet())));
    behind.forEach(
        (kind, streams) -> {
          try {
            projector.project(store.read(kind, streams));
          } catch (IllegalStateException | IllegalArgumentException e) {
            // What is derived can be derived again; the entries must go out.
            LOG.error("{} streams of kind {}: not projected", streams.size(), kind, e);
          }
        });
  }

  private List<ProducerRecord<String, byte[]>> records(List<EntryDocument> entries) {
    var records = new ArrayList<ProducerRecord<String, byte[]>>();
    for (var entry : entries) {
      var stream = entry.streamId();
      records.add(record(stream.kind().topic(), stream.id(), entry.onTopic()));
      outlets.stream()
          .filter(outlet -> outlet.kind() == stream.kind())
          .flatMap(outlet -> outlet.messages(entry.entry()).stream())
          .map(message -> record(message.topic(), message.key(), message.value()))
          .forEach(records::add);
    }
    return records;
  }

  private ProducerRecord<String, byte[]> record(String topic, String key, Object value) {
    var json = BodyJson.write(value).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topics.name(topic), key, json);
  }

  private Map<StreamId, Head> heads(List<EntryDocument> entries) {
    var heads = new LinkedHashMap<StreamId, Head>();
    for (var entry : entries) {
      // In order: the last of a stream stays.
      heads.put(entry.streamId(), seals.head(entry.entry()));
    }
    return heads;
  }
}

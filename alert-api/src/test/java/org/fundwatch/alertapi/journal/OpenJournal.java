package org.fundwatch.alertapi.journal;

import java.util.HashMap;
import java.util.stream.Stream;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A journal of a test's own on real servers, without the service and its relay around it.
 *
 * @param context its parts
 */
record OpenJournal(ConfigurableApplicationContext context) implements AutoCloseable {
  private static final int PARTITIONS = 3;

  /**
   * Opens it with all indices and topics made.
   *
   * @param name letters for the names of its indices and topics
   * @param more parts of the test's own
   */
  static OpenJournal of(
      ElasticsearchExtension search, KafkaExtension kafka, String name, Class<?>... more) {
    var topics = kafka.prefix() + name + "-";
    for (var kind : Kind.values()) {
      kafka.ensureTopics(TopicSpec.of(topics + kind.topic(), PARTITIONS).stampedByBroker());
    }
    var settings = new HashMap<String, String>();
    settings.put("fundwatch.elasticsearch.url", search.url().toString());
    settings.put("fundwatch.elasticsearch.index-prefix", search.prefix() + name + "-");
    settings.put("fundwatch.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("fundwatch.journal.topic-prefix", topics);
    settings.put("fundwatch.journal.key", ServiceSettings.JOURNAL_KEY);
    var parts = Stream.concat(Stream.of(JournalTool.Parts.class), Stream.of(more));
    var open = new OpenJournal(JournalTool.context(settings, parts.toArray(Class<?>[]::new)));
    open.get(Indices.class).ensure();
    open.get(Filling.class).run();
    return open;
  }

  <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  Journal journal() {
    return get(Journal.class);
  }

  SearchNode node() {
    return get(SearchNode.class);
  }

  String index(Kind kind) {
    return get(Indices.class).alias(kind.index());
  }

  @Override
  public void close() {
    context.close();
  }
}

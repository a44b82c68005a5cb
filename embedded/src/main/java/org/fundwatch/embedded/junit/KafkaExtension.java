package org.fundwatch.embedded.junit;

import java.util.Arrays;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.embedded.TopicSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One real broker for all test classes of a run, started by the first that asks and stopped at the
 * end. Use it as a static field with {@code @RegisterExtension}, and put {@link #prefix()} before
 * the names of topics and consumer groups.
 */
public final class KafkaExtension implements BeforeAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(KafkaExtension.class);

  private final ClassPrefix prefix = new ClassPrefix();
  private @Nullable EmbeddedKafka broker;

  @Override
  public void beforeAll(ExtensionContext context) {
    prefix.enter(context);
    broker =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("broker", key -> Running.start(), Running.class)
            .broker();
  }

  /** The shared broker; never close it. */
  public EmbeddedKafka broker() {
    if (broker == null) {
      throw new IllegalStateException(
          "KafkaExtension: not started yet; make it a static @RegisterExtension field");
    }
    return broker;
  }

  /** Where clients connect, such as {@code 127.0.0.1:39609}. */
  public String bootstrapServers() {
    return broker().bootstrapServers();
  }

  /** A prefix of this test class alone, such as {@code alertflowit-3-}. */
  public String prefix() {
    return prefix.value();
  }

  /** Makes topics as {@link EmbeddedKafka#ensureTopics}; the names are taken as they are. */
  public void ensureTopics(TopicSpec... topics) {
    broker().ensureTopics(Arrays.asList(topics));
  }

  /** JUnit closes it with the root store, at the end of the run. */
  private record Running(EmbeddedKafka broker, ScratchFolder folder) implements AutoCloseable {
    static Running start() {
      var folder = ScratchFolder.create("kafka");
      return new Running(EmbeddedKafka.start(BrokerConfig.in(folder.path())), folder);
    }

    @Override
    public void close() {
      broker.close();
      folder.delete();
    }
  }
}

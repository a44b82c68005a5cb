package org.fundwatch.embedded;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker in this process: KRaft, one node, loopback only. Its topics live in the given
 * folder and are there again after a restart. When its disk fails Kafka ends the whole process, as
 * a broker of its own would end.
 *
 * <p>The broker writes much to the log. Applications set {@link #CHATTY_LOGGERS} to WARN before the
 * start. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {
  /**
   * Loggers of the broker and its clients that are best kept at WARN, or at ERROR for a quiet
   * start.
   */
  public static final List<String> CHATTY_LOGGERS =
      List.of("kafka", "org.apache.kafka", "state.change.logger");

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final String SERVER = "Kafka broker";
  private static final int ATTEMPTS = 3;

  private final Path directory;
  private final DirectoryLock lock;
  private final KafkaRaftServer server;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedKafka(Path directory, DirectoryLock lock, KafkaRaftServer server, int port) {
    this.directory = directory;
    this.lock = lock;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it answers: within about 2 s, or some 5 s after a killed run,
   * while the old session runs out.
   *
   * @throws EmbeddedServerException when the port is taken, the folder in use or not usable
   */
  public static EmbeddedKafka start(BrokerConfig config) {
    var directory = config.directory();
    var logDirectory = directory.resolve("topics");
    try {
      Files.createDirectories(directory);
      DirectoryLock.requireOursOrEmpty(directory, SERVER);
      Files.createDirectories(logDirectory);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s (%s): cannot be made (%s); choose a folder of the account that runs Fundwatch"
              .formatted(directory, SERVER, e),
          e);
    }
    var lock = DirectoryLock.acquire(directory, SERVER);
    try {
      BrokerStorage.formatOnce(logDirectory);
      return startLocked(config, logDirectory, lock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedKafka startLocked(BrokerConfig config, Path logs, DirectoryLock lock) {
    for (int attempt = 1; ; attempt++) {
      int port = config.port() == 0 ? Ports.free() : Ports.requireFree(config.port(), SERVER);
      var properties = BrokerProperties.of(config, logs, port, Ports.free());
      var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      try {
        server.startup();
        LOG.info("Kafka broker is ready on {}:{}", Ports.LOOPBACK, port);
        return new EmbeddedKafka(config.directory(), lock, server, port);
      } catch (RuntimeException e) {
        stopQuietly(server, e);
        // A free port can be snatched between the choice and the start.
        if (attempt == ATTEMPTS || !isBindFailure(e)) {
          throw new EmbeddedServerException(
              "%s (%s): did not start (%s)".formatted(config.directory(), SERVER, e.getMessage()),
              e);
        }
      }
    }
  }

  /** Where clients connect, such as {@code 127.0.0.1:9092}. */
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + port;
  }

  /** The broker's port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The folder that holds the topics. */
  public Path directory() {
    return directory;
  }

  /**
   * Makes the topics that are missing and gives the others the settings of their spec.
   *
   * @throws IllegalStateException when a topic exists with another number of partitions
   * @throws EmbeddedServerException when the broker refuses, for instance an unknown setting
   */
  public void ensureTopics(Collection<TopicSpec> topics) {
    try (var admin = admin()) {
      Topics.ensure(admin, topics);
    }
  }

  /** As {@link #ensureTopics(Collection)}. */
  public void ensureTopics(TopicSpec... topics) {
    ensureTopics(Arrays.asList(topics));
  }

  /** A new admin client; the caller closes it. */
  public Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
  }

  /** Stops the broker in order; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        server.shutdown();
        server.awaitShutdown();
      } finally {
        lock.close();
      }
    }
  }

  private static void stopQuietly(KafkaRaftServer server, RuntimeException cause) {
    try {
      server.shutdown();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static boolean isBindFailure(Throwable failure) {
    for (var at = failure; at != null; at = at.getCause()) {
      if (at instanceof BindException || String.valueOf(at.getMessage()).contains("bind")) {
        return true;
      }
    }
    return false;
  }
}

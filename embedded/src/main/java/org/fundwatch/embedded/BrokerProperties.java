package org.fundwatch.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** Broker settings for one machine: one node in both roles, loopback only, small buffers. */
final class BrokerProperties {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerProperties() {}

  static Properties of(BrokerConfig config, Path logDirectory, int port, int controllerPort) {
    var properties = new Properties();
    addNode(properties, logDirectory, port, controllerPort);
    addSingleReplica(properties);
    addSmallFootprint(properties);
    properties.putAll(config.settings());
    return properties;
  }

  private static void addNode(Properties to, Path logDirectory, int port, int controllerPort) {
    var broker = "PLAINTEXT://%s:%d".formatted(Ports.LOOPBACK, port);
    var controller = "%s:%d".formatted(Ports.LOOPBACK, controllerPort);
    to.put("process.roles", "broker,controller");
    to.put("node.id", Integer.toString(NODE_ID));
    to.put("controller.quorum.voters", NODE_ID + "@" + controller);
    to.put("controller.listener.names", CONTROLLER_LISTENER);
    to.put("listeners", broker + "," + CONTROLLER_LISTENER + "://" + controller);
    to.put("advertised.listeners", broker);
    to.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    to.put("log.dirs", logDirectory.toString());
    // By default a start that hangs hangs for ever.
    to.put("server.max.startup.time.ms", "180000");
    // After a kill the controller waits until the old session has run out before it takes the new.
    to.put("broker.session.timeout.ms", "3000");
    to.put("broker.heartbeat.interval.ms", "500");
    // A misspelt topic is an error, not a new topic.
    to.put("auto.create.topics.enable", "false");
    // Replayed history carries old times: any retention would delete it in silence.
    to.put("log.retention.ms", "-1");
    // Flink's exactly-once sink asks for transactions of one hour.
    to.put("transaction.max.timeout.ms", "3600000");
  }

  private static void addSingleReplica(Properties to) {
    to.put("offsets.topic.replication.factor", "1");
    to.put("transaction.state.log.replication.factor", "1");
    to.put("transaction.state.log.min.isr", "1");
    to.put("share.coordinator.state.topic.replication.factor", "1");
    to.put("share.coordinator.state.topic.min.isr", "1");
    to.put("group.initial.rebalance.delay.ms", "0");
  }

  private static void addSmallFootprint(Properties to) {
    to.put("offsets.topic.num.partitions", "4");
    to.put("transaction.state.log.num.partitions", "4");
    to.put("share.coordinator.state.topic.num.partitions", "4");
    to.put("num.network.threads", "1");
    to.put("num.io.threads", "2");
    to.put("background.threads", "1");
    to.put("log.segment.bytes", "67108864");
    to.put("log.index.size.max.bytes", "1048576");
    // The default takes 128 MB of heap for the compaction of very many keys.
    to.put("log.cleaner.dedupe.buffer.size", "8388608");
    to.put("metadata.log.segment.bytes", "16777216");
    // The default writes two empty records a second for ever, also on an idle laptop.
    to.put("metadata.max.idle.interval.ms", "10000");
  }
}

package org.fundwatch.standalone.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.streaming.job.JobConfig;

/** The topics of the house. */
public final class HouseTopics {

  /** Settlement events, keyed by person. */
  public static final String SETTLEMENTS = "settlements";

  /** What intake could not take. */
  public static final String DEAD_LETTERS = "settlements.dead-letter";

  /** Every version of every alert, keyed by alert. */
  public static final String ALERTS = "alerts";

  /** Rule bundles; the newest counts. */
  public static final String RULE_SETS = "rule-sets";

  /** What the desks say about the rules they run. */
  public static final String RULE_STATUS = "rule-status";

  /** Settlements that findings point at, keyed by settlement; the newest row counts. */
  public static final String SETTLEMENT_ROWS = "settlement-rows";

  /** By which desks of the job ask each other for such settlements, keyed by person. */
  public static final String ROW_REQUESTS = "row-requests";

  /** Alerts about older history, for the job to fold into its own. */
  public static final String BACKFILL = "alerts.backfill";

  /** What became of alerts, for models and for the precision of rules; keyed by alert. */
  public static final String DISPOSITIONS = "dispositions";

  private static final String MAX_MESSAGE = Integer.toString(JobConfig.MAX_MESSAGE_BYTES);
  private static final String FOR_EVER = "-1";
  private static final String A_WEEK = Long.toString(Duration.ofDays(7).toMillis());

  private HouseTopics() {}

  /**
   * All of them, as they must be.
   *
   * @param partitions of the topics of settlements, of alerts and of what people do
   */
  public static List<TopicSpec> all(int partitions) {
    List<TopicSpec> topics =
        new ArrayList<>(
            List.of(
                history(SETTLEMENTS, partitions),
                history(DEAD_LETTERS, 1),
                TopicSpec.of(ALERTS, partitions).compacted().with("max.message.bytes", MAX_MESSAGE),
                TopicSpec.of(RULE_SETS, 1).compacted().with("max.message.bytes", MAX_MESSAGE),
                TopicSpec.of(RULE_STATUS, 1).compacted(),
                TopicSpec.of(SETTLEMENT_ROWS, partitions)
                    .compacted()
                    .with("max.message.bytes", MAX_MESSAGE),
                TopicSpec.of(ROW_REQUESTS, partitions)
                    .stampedByBroker()
                    .with("retention.ms", A_WEEK),
                history(BACKFILL, partitions)));
    for (Kind kind : Kind.values()) {
      topics.add(history(kind.topic(), partitions));
    }
    topics.add(history(DISPOSITIONS, partitions));
    return topics;
  }

  /** The same as YAML, as deploy/kafka/topics.yaml has it. */
  public static String yaml(int partitions, int replicas) {
    StringBuilder yaml = new StringBuilder("topics:\n");
    for (TopicSpec topic : all(partitions)) {
      yaml.append("  - name: %s%n".formatted(topic.name()));
      yaml.append("    partitions: %d%n".formatted(topic.partitions()));
      yaml.append("    replicas: %d%n".formatted(replicas));
      yaml.append("    config:\n");
      new TreeMap<>(topic.config())
          .forEach((name, value) -> yaml.append("      %s: \"%s\"%n".formatted(name, value)));
    }
    return yaml.toString();
  }

  // Old times on records must not let the broker delete them: they are history.
  private static TopicSpec history(String name, int partitions) {
    return TopicSpec.of(name, partitions)
        .stampedByBroker()
        .with("retention.ms", FOR_EVER)
        .with("max.message.bytes", MAX_MESSAGE);
  }
}

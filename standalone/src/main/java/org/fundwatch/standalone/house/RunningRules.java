package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.DeskReportJson;

/**
 * What is published and what the desks say about it.
 *
 * @param published version of the newest bundle on the topic, empty for none, {@code ?} for a text
 *     that is no bundle
 * @param reports the last report of each kind of each part of each desk
 */
public record RunningRules(String published, Collection<DeskReport> reports) {

  /** Asks the brokers. */
  public static RunningRules read(String brokers) throws HouseException, InterruptedException {
    String published = "";
    for (ConsumerRecord<byte[], byte[]> record : TopicLog.read(brokers, HouseTopics.RULE_SETS)) {
      published = record.value() == null ? "" : version(record.value());
    }
    Map<String, DeskReport> last = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : TopicLog.read(brokers, HouseTopics.RULE_STATUS)) {
      try {
        DeskReport report = DeskReportJson.read(record.value());
        last.put(report.key(), report);
      } catch (IOException e) {
        throw new HouseException("desk report: cannot be read: " + e.getMessage(), e);
      }
    }
    return new RunningRules(published, last.values());
  }

  private static String version(byte[] bundle) {
    try {
      return RuleBundle.fromJson(new String(bundle, StandardCharsets.UTF_8)).version();
    } catch (IllegalArgumentException e) {
      return "?";
    }
  }
}

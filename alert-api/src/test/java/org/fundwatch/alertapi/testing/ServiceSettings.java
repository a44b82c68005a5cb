package org.fundwatch.alertapi.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.AlertApi;

/** Settings of a service under test. */
public final class ServiceSettings {
  /** Of every user. */
  public static final String PASSWORD = "tests only 试";

  /** Of the journal's seals. */
  public static final String JOURNAL_KEY = "5a".repeat(32);

  // BCrypt is slow on purpose: hashed once for all test classes.
  private static final String HASH = AlertApi.hashPassword(PASSWORD);

  /** All roles, and the users that have one each. */
  public static final List<String> ROLES =
      List.of(
          "inspector",
          "lead",
          "legal-reviewer",
          "hotline",
          "custodian",
          "rule-author",
          "rule-approver",
          "auditor",
          "admin");

  private ServiceSettings() {}

  /**
   * On any free port, with users for the nation: one for each role who is called as the role, and
   * {@code li}, inspector and hotline, {@code zhao}, a second lead, and {@code wuxi}, an inspector
   * of 3202.
   */
  public static Map<String, String> of(String search, String brokers, String topic) {
    var settings = new HashMap<String, String>();
    settings.put("fundwatch.http.port", "0");
    settings.put("fundwatch.elasticsearch.url", search);
    settings.put("fundwatch.kafka.bootstrap-servers", brokers);
    settings.put("fundwatch.kafka.alerts-topic", topic);
    settings.put("fundwatch.kafka.longest-backoff", "1s");
    settings.put("fundwatch.journal.key", JOURNAL_KEY);
    ROLES.forEach(role -> addUser(settings, role, role, "*"));
    addUser(settings, "li", "inspector,hotline", "*");
    addUser(settings, "zhao", "lead", "*");
    addUser(settings, "wuxi", "inspector", "3202");
    return settings;
  }

  /** Adds a user with {@link #PASSWORD}. */
  public static void addUser(
      Map<String, String> settings, String name, String roles, String regions) {
    settings.put("fundwatch.users." + name + ".password-hash", HASH);
    settings.put("fundwatch.users." + name + ".roles", roles);
    settings.put("fundwatch.users." + name + ".regions", regions);
  }
}

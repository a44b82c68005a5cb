package org.fundwatch.alertapi.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.AlertApi;

/** Settings of a service under test. */
public final class ServiceSettings {
  /** Of every user. */
  public static final String PASSWORD = "tests only 试";

  // BCrypt is slow on purpose: hashed once for all test classes.
  private static final String HASH = AlertApi.hashPassword(PASSWORD);

  private ServiceSettings() {}

  /**
   * On any free port, with a user for each role who is called as the role, and the user {@code li},
   * inspector and hotline.
   */
  public static Map<String, String> of(String search, String brokers, String topic) {
    var settings = new HashMap<String, String>();
    settings.put("fundwatch.http.port", "0");
    settings.put("fundwatch.elasticsearch.url", search);
    settings.put("fundwatch.kafka.bootstrap-servers", brokers);
    settings.put("fundwatch.kafka.alerts-topic", topic);
    settings.put("fundwatch.kafka.longest-backoff", "1s");
    for (var user : List.of("inspector", "lead", "hotline", "admin")) {
      addUser(settings, user, user);
    }
    addUser(settings, "li", "inspector,hotline");
    return settings;
  }

  private static void addUser(Map<String, String> settings, String name, String roles) {
    settings.put("fundwatch.users." + name + ".password-hash", HASH);
    settings.put("fundwatch.users." + name + ".roles", roles);
  }
}

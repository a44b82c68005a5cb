package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

  private static final String PERSON_KEY = "0123456789abcdef0123456789abcdef";
  private static final String LETTER_KEY = PERSON_KEY + PERSON_KEY;
  private static final Map<String, String> NEEDED =
      Map.of(
          "state.directory", "/var/fundwatch",
          "person.key", PERSON_KEY,
          "dead-letter.key", LETTER_KEY);

  @Test
  void read_onlyWhatMustBeGiven_takesTheDefaults() {
    assertThat(JobSettings.read(NEEDED))
        .isEqualTo(
            new JobConfig(
                "127.0.0.1:9092",
                "fundwatch",
                "settlements",
                "settlements.dead-letter",
                "alerts",
                "rule-sets",
                "rule-status",
                "settlement-rows",
                "row-requests",
                "alerts.backfill",
                Path.of("/var/fundwatch"),
                2,
                Duration.ofSeconds(10),
                Duration.ofDays(400),
                Duration.ofMillis(500),
                Duration.ofMinutes(10),
                PERSON_KEY,
                LETTER_KEY,
                "",
                Map.of(),
                Map.of()));
  }

  @Test
  void read_everySetting_reachesItsOwnPlace() {
    Map<String, String> all = new HashMap<>(NEEDED);
    all.put("kafka.servers", "a:1,b:2");
    all.put("kafka.group", "g");
    all.put("topic.settlements", "t1");
    all.put("topic.dead-letters", "t2");
    all.put("topic.alerts", "t3");
    all.put("topic.rule-sets", "t4");
    all.put("topic.rule-status", "t5");
    all.put("topic.settlement-rows", "t6");
    all.put("topic.row-requests", "t7");
    all.put("topic.backfill", "t8");
    all.put("parallelism", "7");
    all.put("checkpoint.every", "PT1S");
    all.put("retention", "P1D");
    all.put("day.pause", "PT2S");
    all.put("clock.skew", "PT3S");
    all.put("models", "/models");
    assertThat(all).as("every setting there is").hasSameSizeAs(JobSettings.defaults());
    all.put("flink.rest.port", "0");
    all.put("kafka.client.security.protocol", "SASL_SSL");

    assertThat(JobSettings.read(all))
        .isEqualTo(
            new JobConfig(
                "a:1,b:2",
                "g",
                "t1",
                "t2",
                "t3",
                "t4",
                "t5",
                "t6",
                "t7",
                "t8",
                Path.of("/var/fundwatch"),
                7,
                Duration.ofSeconds(1),
                Duration.ofDays(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                PERSON_KEY,
                LETTER_KEY,
                "/models",
                Map.of("security.protocol", "SASL_SSL"),
                Map.of("rest.port", "0")));
  }

  @Test
  void read_argumentsAndEnvironment_argumentsWin() {
    JobConfig config =
        JobSettings.read(
            new String[] {"--parallelism=3", "--state.directory=/a"},
            Map.of(
                "FUNDWATCH_PARALLELISM", "4",
                "FUNDWATCH_KAFKA_GROUP", "from-environment",
                "FUNDWATCH_PERSON_KEY", PERSON_KEY,
                "FUNDWATCH_DEAD_LETTER_KEY", LETTER_KEY,
                "HOME", "/root"));

    assertThat(config.parallelism()).isEqualTo(3);
    assertThat(config.group()).isEqualTo("from-environment");
    assertThat(config.toString()).doesNotContain(PERSON_KEY);
  }

  @Test
  void read_clientSettingsOfTheEnvironment_reachKafkaAndNoText() {
    Map<String, String> environment = new HashMap<>();
    NEEDED.forEach(
        (name, value) ->
            environment.put(
                "FUNDWATCH_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
    environment.put("FUNDWATCH_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL");
    environment.put("FUNDWATCH_KAFKA_CLIENT_SASL_JAAS_CONFIG", "password=\"open sesame\";");

    JobConfig config =
        JobSettings.read(new String[] {"--kafka.client.security.protocol=SSL"}, environment);

    assertThat(config.kafkaClient())
        .isEqualTo(
            Map.of("security.protocol", "SSL", "sasl.jaas.config", "password=\"open sesame\";"));
    assertThat(config.toString()).doesNotContain("sesame");
  }

  @Test
  void read_mistakes_areAllNamedAtOnceWithoutAnyKey() {
    assertThatThrownBy(
            () ->
                JobSettings.read(
                    new String[] {
                      "parallelism=3",
                      "--paralelism=3",
                      "--parallelism=0",
                      "--retention=400",
                      "--clock.skew=PT0S",
                      "--person.key=secret"
                    },
                    Map.of()))
        .hasMessage(
            """
            argument 'parallelism=3'; --name=value
            paralelism: unknown; known are checkpoint.every, clock.skew, day.pause, dead-letter.key, kafka.group, kafka.servers, models, parallelism, person.key, retention, state.directory, topic.alerts, topic.backfill, topic.dead-letters, topic.row-requests, topic.rule-sets, topic.rule-status, topic.settlement-rows, topic.settlements, kafka.client.* and flink.*
            state.directory: missing; give --state.directory=... or FUNDWATCH_STATE_DIRECTORY
            parallelism: '0'; a whole number from 1 to 9999
            retention: '400'; an ISO 8601 duration above zero such as PT10S
            clock.skew: 'PT0S'; an ISO 8601 duration above zero such as PT10S
            person.key: 6 characters; at least 32 hexadecimal digits
            dead-letter.key: missing; give --dead-letter.key=... or FUNDWATCH_DEAD_LETTER_KEY""");
  }
}

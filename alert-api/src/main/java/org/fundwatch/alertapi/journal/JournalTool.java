package org.fundwatch.alertapi.journal;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.search.ElasticsearchSettings;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/**
 * The journal without the service around it, for commands: it neither makes indices nor relays.
 * Thread-safe.
 */
public final class JournalTool implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private JournalTool(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Opens the journal of an installation.
   *
   * @param settings as the service has them, see docs/operations.md
   */
  public static JournalTool open(Map<String, String> settings) {
    var tool = new JournalTool(context(settings, Parts.class));
    tool.context.getBean(Indices.class).asTheyAre();
    return tool;
  }

  /**
   * Checks streams.
   *
   * @param stream the only one that is wanted, such as {@code CASE/C2026-000001}; null for all
   * @throws IllegalArgumentException when the text names no stream
   */
  public Verdict verify(@Nullable String stream) {
    var verifier = context.getBean(JournalVerifier.class);
    if (stream == null) {
      return verifier.verify(EnumSet.allOf(Kind.class), null);
    }
    var only =
        StreamId.parse(stream)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "stream '%s': KIND/id is wanted, the kind one of %s"
                            .formatted(stream, List.of(Kind.values()))));
    return verifier.verify(List.of(only.kind()), only.id());
  }

  /** How many entries are not on their topics yet. */
  public long waiting() {
    return context.getBean(Outbox.class).waiting().count();
  }

  @Override
  public void close() {
    context.close();
  }

  /** The parts of the journal, and those that are given. */
  static ConfigurableApplicationContext context(Map<String, String> settings, Class<?>... parts) {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fundwatch", Map.copyOf(settings)));
    context.register(parts);
    context.refresh();
    return context;
  }

  /** Not a configuration of its own: the service must not find it. */
  @EnableConfigurationProperties({
    JournalSettings.class,
    BrokerSettings.class,
    ElasticsearchSettings.class
  })
  @ComponentScan(
      basePackageClasses = {Journal.class, Indices.class},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.ASSIGNABLE_TYPE,
              classes = {
                Relay.class,
                RelayState.class,
                RelayHealth.class,
                JournalController.class
              }))
  static final class Parts {
    @Bean
    Clock clock() {
      return Clock.system(ShanghaiTime.ZONE);
    }
  }
}

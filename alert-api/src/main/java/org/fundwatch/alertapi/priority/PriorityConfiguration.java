package org.fundwatch.alertapi.priority;

import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The appraiser of this installation. */
@Configuration(proxyBeanMethods = false)
class PriorityConfiguration {
  @Bean
  Appraiser appraiser(Settings settings, Supplier<Figures> figures) {
    return new Appraiser(
        Tables.efforts(settings.effortFile()),
        Tables.deadlines(settings.deadlineFile()),
        Tables.weights(settings.precisionFile()),
        figures);
  }

  /**
   * Tables of one's own; empty takes the built-in one.
   *
   * @param effortFile minutes by region, rule family and subject
   * @param deadlineFile days by region and outcome
   * @param precisionFile decided alerts by rule family
   */
  @ConfigurationProperties("fundwatch.priority")
  record Settings(
      @DefaultValue("") String effortFile,
      @DefaultValue("") String deadlineFile,
      @DefaultValue("") String precisionFile) {}
}

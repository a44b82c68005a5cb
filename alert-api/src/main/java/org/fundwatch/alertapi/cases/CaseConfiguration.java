package org.fundwatch.alertapi.cases;

import org.fundwatch.alertapi.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The procedure that cases follow here. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {
  @Bean
  Procedure procedure(ProcedureSettings settings) {
    return Procedure.of(settings.folder());
  }
}

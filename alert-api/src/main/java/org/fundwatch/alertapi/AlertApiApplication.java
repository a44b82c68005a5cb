package org.fundwatch.alertapi;

import java.time.Clock;
import org.fundwatch.domain.time.ShanghaiTime;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Where Spring begins; the features bring their own parts. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class AlertApiApplication {

  @Bean
  Clock clock() {
    return Clock.system(ShanghaiTime.ZONE);
  }
}

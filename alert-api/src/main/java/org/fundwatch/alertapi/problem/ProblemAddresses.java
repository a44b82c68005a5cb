package org.fundwatch.alertapi.problem;

import java.net.URI;
import java.util.List;
import org.fundwatch.alertapi.privacy.Mask;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Problems say at which address they happened; an address can name a person. */
@Configuration(proxyBeanMethods = false)
class ProblemAddresses implements WebMvcConfigurer {
  @Override
  public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
    interceptors.add(
        (detail, response) -> {
          if (detail.getType() == null) {
            detail.setType(ProblemException.PLAIN);
          }
          var address = detail.getInstance();
          if (address != null) {
            detail.setInstance(URI.create(Mask.text(address.toString())));
          }
        });
  }
}

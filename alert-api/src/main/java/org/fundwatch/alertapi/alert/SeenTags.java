package org.fundwatch.alertapi.alert;

import java.util.List;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.SeenResolver;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The two kinds of states that changes can be decided on. */
@Configuration(proxyBeanMethods = false)
class SeenTags implements WebMvcConfigurer {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SeenResolver<>(EntityTag.class, EntityTag::parse));
    resolvers.add(new SeenResolver<>(int.class, Revision::parse));
  }
}

package org.fundwatch.alertapi.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Regions as the settings write them: codes with commas. */
@Component
@ConfigurationPropertiesBinding
final class RegionsConverter implements Converter<String, Regions> {
  @Override
  public Regions convert(String text) {
    return Regions.parse(List.of(text.split(",")));
  }
}

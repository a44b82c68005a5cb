package org.fundwatch.alertapi.precision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When figures are closed.
 *
 * @param every pause between two countings; the first comes soon after the start
 * @param material a figure changes when that moves the confidence of an alert by so much, above 0
 */
@ConfigurationProperties("fundwatch.precision")
record PrecisionSettings(
    @DefaultValue("24h") Duration every, @DefaultValue("0.05") double material) {

  PrecisionSettings {
    if (!(material > 0 && material <= 1)) {
      throw new IllegalArgumentException(
          "fundwatch.precision.material: %s; allowed is above 0 and up to 1".formatted(material));
    }
  }
}

package org.fundwatch.streaming.alerting;

import java.util.Objects;
import org.fundwatch.domain.alert.Alert;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is told besides what was found: one of the two.
 *
 * @param gate what is known about the data behind it
 * @param published the alert itself, as it was read back
 */
public record AlertNotice(@Nullable GateNotice gate, @Nullable Alert published) {

  /** About the data. */
  public static AlertNotice of(GateNotice gate) {
    return new AlertNotice(gate, null);
  }

  /** About what was published. */
  public static AlertNotice of(Alert published) {
    return new AlertNotice(null, published);
  }

  /** Whose alert is told, {@link org.fundwatch.domain.finding.Subject#key}. */
  public String subject() {
    return gate != null ? gate.subject() : Objects.requireNonNull(published).subject().key();
  }
}

package org.fundwatch.alertapi.alert;

import org.fundwatch.alertapi.priority.Appraisal;
import org.fundwatch.alertapi.priority.Appraiser;
import org.fundwatch.alertapi.rulecatalog.RuleFamilies;
import org.fundwatch.domain.alert.Alert;
import org.springframework.stereotype.Component;

/** Makes the searchable form of alerts, with what this installation knows. Thread-safe. */
@Component
public final class AlertParts {
  private final RuleFamilies families;
  private final Appraiser appraiser;

  AlertParts(RuleFamilies families, Appraiser appraiser) {
    this.families = families;
    this.appraiser = appraiser;
  }

  /** The searchable form of an alert. */
  public AlertPart of(Alert alert) {
    var known =
        alert.findings().stream().map(families::of).filter(family -> !family.isEmpty()).toList();
    return AlertPart.of(alert, known, appraise(alert));
  }

  /** What an alert is worth, and by when it wants a decision. */
  public Appraisal appraise(Alert alert) {
    return appraiser.appraise(alert, families::of);
  }
}

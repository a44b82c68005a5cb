package org.fundwatch.alertapi.precision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fundwatch.alertapi.priority.Calibration;
import org.fundwatch.alertapi.priority.Figure;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rule-precision")
@Tag(name = "rule precision", description = "How often people confirm what rules and models say")
@AllowedTo({
  Role.INSPECTOR,
  Role.LEAD,
  Role.LEGAL_REVIEWER,
  Role.RULE_AUTHOR,
  Role.RULE_APPROVER,
  Role.AUDITOR
})
class PrecisionController {
  private final Precision precision;

  PrecisionController(Precision precision) {
    this.precision = precision;
  }

  /**
   * All of them.
   *
   * @param rules those that people have decided about, by id
   * @param formula of the calibrated confidence
   */
  record Measured(List<Precision.Line> rules, String formula) {}

  /**
   * What a rule has come to.
   *
   * @param figures those that priorities have reckoned with, the first first
   */
  record History(String rule, List<Figure> figures) {}

  @GetMapping
  @Operation(summary = "Rules and models with what they state, what people decided, and the figure")
  Measured all() {
    return new Measured(precision.all(), Calibration.FORMULA);
  }

  @GetMapping("/{id}")
  @Operation(summary = "The figures that a rule or model has had, from the journal")
  History one(@PathVariable String id) {
    return new History(id, precision.history(id));
  }
}

package org.fundwatch.standalone.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fundwatch.simulation.FraudKind;
import org.fundwatch.simulation.quality.Purpose;

/** What each built-in rule and model is made for. */
final class Purposes {

  /** Held to a precision, and to a recall of the obvious forms. */
  static final List<Purpose> REQUIRED =
      List.of(
          Purpose.of("IP01-split-admission", FraudKind.SPLIT_ADMISSION),
          together(
              "DR01+DR02 upcoding",
              FraudKind.UPCODING,
              "DR01-unsupported-main-diagnosis",
              "DR02-unsupported-complication"),
          Purpose.of("IP14-low-threshold", FraudKind.LOW_THRESHOLD),
          Purpose.of("IP07-overlapping-stays", FraudKind.OVERLAPPING_STAYS),
          Purpose.of("IP08-visit-during-stay", FraudKind.VISIT_DURING_STAY),
          together(
              "PH01+PH02 trace code",
              FraudKind.DUPLICATE_TRACE_CODE,
              "PH01-trace-code-elsewhere",
              "PH02-trace-code-again"),
          Purpose.of("FE01-duplicate-charge", FraudKind.DUPLICATE_CHARGE),
          Purpose.of("RX01-sex-limit", FraudKind.SEX_IMPOSSIBLE),
          Purpose.of("RX02-age-limit", FraudKind.AGE_IMPOSSIBLE),
          Purpose.of("FE06-daily-frequency", FraudKind.TOO_FREQUENT),
          together(
              "FE07+IP10 phantom days",
              FraudKind.PHANTOM_DAYS,
              "FE07-days-above-stay",
              "IP10-idle-days"));

  /** Published as they are. */
  static final List<Purpose> OTHERS =
      List.of(
          Purpose.of("RX09-over-supply", FraudKind.OVER_SUPPLY),
          Purpose.of("OR01-doctor-workload", FraudKind.DOCTOR_DAY),
          Purpose.of("PH06-burst", FraudKind.NIGHT_BURST),
          Purpose.of("ML01-low-threshold", FraudKind.LOW_THRESHOLD),
          // Any fraud can make a stay unusual, none has to: it misses nothing.
          new Purpose(
              "ML02-unusual-stay",
              Set.of("ML02-unusual-stay"),
              Set.of(),
              EnumSet.allOf(FraudKind.class)));

  private Purposes() {}

  private static Purpose together(String name, FraudKind fraud, String... rules) {
    return new Purpose(name, Set.of(rules), Set.of(fraud));
  }
}

package org.fundwatch.rules.backtest;

import java.util.Arrays;
import java.util.List;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;

/** Small invented alerts. */
final class Samples {

  static final Institution NORTH = new Institution("H32010000001", "示例医院<北>", "05", "320100");
  static final Institution SOUTH = new Institution("H32050000002", "示例医院南", "05", "320500");

  private Samples() {}

  static Finding finding(String rule, String encounter, Institution where, long fen) {
    Subject subject = new Subject(SubjectKind.ENCOUNTER, encounter);
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(rule, subject, List.of()),
        new RuleRef(rule, 1, "v", "", "规则" + rule, "Rule " + rule, List.of()),
        rule.startsWith("S") ? Outcome.SUSPICION : Outcome.VIOLATION,
        1,
        subject,
        List.of(),
        fen,
        0,
        0,
        where,
        "",
        "TPERSON",
        "310",
        "句子 & " + rule,
        "sentence of " + rule,
        List.of(),
        List.of(),
        null);
  }

  static Alert alert(Finding... findings) {
    Finding first = findings[0];
    return new Alert(
        Alert.SCHEMA,
        FindingIds.alert(first.subject()),
        1,
        AlertStatus.OPEN,
        first.subject(),
        Arrays.stream(findings).map(Finding::outcome).max(Outcome::compareTo).orElseThrow(),
        1,
        Arrays.stream(findings).mapToLong(Finding::amountFen).max().orElseThrow(),
        0,
        0,
        first.institution(),
        "",
        "",
        "310",
        List.of(findings),
        List.of());
  }
}

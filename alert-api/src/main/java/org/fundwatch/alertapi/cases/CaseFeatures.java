package org.fundwatch.alertapi.cases;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.State;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;

/**
 * What a case is like, from the alerts as they were when they came. Amounts in fen.
 *
 * @param id of the case
 * @param title what it is about
 * @param region of the case
 * @param state of the main track
 * @param outcome what it was in the end, empty while that is open
 * @param openedAt epoch milliseconds
 * @param snapshots SHA-256 of the alerts that this was taken from
 * @param institutions {@code fixmedins_code}
 * @param rules ids
 * @param knowledge rows of knowledge tables that findings rest on, the baselines of peers aside
 * @param doctors their codes
 */
record CaseFeatures(
    String id,
    String title,
    String region,
    State state,
    String outcome,
    long openedAt,
    List<String> snapshots,
    List<String> institutions,
    List<String> rules,
    List<String> knowledge,
    List<String> doctors,
    long suspectedFen,
    long verifiedFen,
    long recoveredFen) {
  private static final String BASELINES = "_baselines:";

  CaseFeatures {
    snapshots = List.copyOf(snapshots);
    institutions = List.copyOf(institutions);
    rules = List.copyOf(rules);
    knowledge = List.copyOf(knowledge);
    doctors = List.copyOf(doctors);
  }

  /** The SHA-256 of the alerts that a case has now. */
  static List<String> snapshots(CaseHistory history) {
    return history.state().alerts().stream().map(Snapshot::sha256).toList();
  }

  /** The features of a case with alerts that were read for it. */
  static CaseFeatures of(CaseHistory history, List<Alert> alerts) {
    var findings = alerts.stream().flatMap(alert -> alert.findings().stream()).toList();
    return of(
        history,
        distinct(alerts, alert -> Stream.of(alert.institution().code())),
        distinct(findings, finding -> Stream.of(finding.rule().id())),
        distinct(findings, CaseFeatures::knowledge),
        Stream.concat(alerts.stream().map(Alert::doctor), findings.stream().map(Finding::doctor))
            .filter(doctor -> !doctor.isEmpty())
            .distinct()
            .sorted()
            .toList());
  }

  /** The same later, while the case has the same alerts. */
  CaseFeatures at(CaseHistory history) {
    return of(history, institutions, rules, knowledge, doctors);
  }

  private static CaseFeatures of(
      CaseHistory history,
      List<String> institutions,
      List<String> rules,
      List<String> knowledge,
      List<String> doctors) {
    var state = history.state();
    return new CaseFeatures(
        history.id(),
        state.opening().title(),
        state.opening().region(),
        state.main(),
        Objects.toString(state.outcome(), ""),
        history.first().at(),
        snapshots(history),
        institutions,
        rules,
        knowledge,
        doctors,
        state.ledger().balance(Account.SUSPECTED),
        state.ledger().balance(Account.VERIFIED),
        state.ledger().balance(Account.RECOVERED));
  }

  private static Stream<String> knowledge(Finding finding) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.kind() == Evidence.Kind.KNOWLEDGE_ROW)
        .map(Evidence::id)
        .filter(id -> !id.contains(BASELINES));
  }

  private static <T> List<String> distinct(List<T> all, Function<T, Stream<String>> words) {
    return all.stream().flatMap(words).distinct().sorted().toList();
  }
}

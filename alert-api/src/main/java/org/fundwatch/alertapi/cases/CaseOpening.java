package org.fundwatch.alertapi.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.springframework.stereotype.Component;

/** Opens cases from alerts. Thread-safe. */
@Component
final class CaseOpening {
  private final CaseStore store;
  private final CaseSettling settling;
  private final AlertStore alerts;
  private final RequestKeys keys;
  private final Snapshots snapshots;
  private final Clock clock;

  /**
   * The last number of each year that this process has tried. A search shows what others have just
   * opened a second later: fifty who open at once would try each other's numbers one by one. A
   * number whose writing failed is left out.
   */
  private final Map<String, Integer> last = new ConcurrentHashMap<>();

  CaseOpening(
      CaseStore store,
      CaseSettling settling,
      AlertStore alerts,
      RequestKeys keys,
      Snapshots snapshots,
      Clock clock) {
    this.store = store;
    this.settling = settling;
    this.alerts = alerts;
    this.keys = keys;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** What a request to open a case asks for: the same key has to come with the same. */
  private record Wanted(String title, List<String> alertIds) {}

  /**
   * Opens a case. The opening event makes the case; that its alerts and the list of cases know of
   * it follows, and is made up for when the same request comes again.
   *
   * @param alertIds known alerts that are in no case yet, 1 or more
   * @return the case's id
   */
  String open(String title, List<String> alertIds, Caller by, IdempotencyKey key) {
    var wanted = new Wanted(title, List.copyOf(new LinkedHashSet<>(alertIds)));
    return keys.once(
        CaseStore.KIND,
        by.name(),
        key,
        wanted,
        requestKey -> create(wanted, by, requestKey),
        id -> settling.settle(CaseHistory.of(id, store.entries(id)), 0));
  }

  private String create(Wanted wanted, Caller by, String requestKey) {
    var found = free(wanted.alertIds(), by);
    if (!by.sees(region(found))) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "alertIds",
                  "alerts of several regions",
                  "alerts of one region; a case across regions is opened by somebody of the one"
                      + " above")));
    }
    var opened =
        new Opened(
            wanted.title(),
            region(found),
            institution(found.stream().map(alert -> alert.alert().institution()).toList()),
            found.stream().map(alert -> alert.alert().id()).toList(),
            suspected(found),
            // Before the opening, which names them.
            snapshots.keep(found, by.name()));
    var prefix = "C%d-".formatted(LocalDate.now(clock).getYear());
    last.computeIfAbsent(prefix, this::lastNumber);
    while (true) {
      var id = "%s%06d".formatted(prefix, last.merge(prefix, 1, Integer::sum));
      if (store.openIfFree(id, opened, by.name(), requestKey)) {
        return id;
      }
      // Another process opens cases too.
      last.merge(prefix, lastNumber(prefix), Math::max);
    }
  }

  private int lastNumber(String prefix) {
    return store.lastId(prefix).map(id -> number(id, prefix)).orElse(0);
  }

  /** What was split off has the number of its case, and one of its own behind it. */
  private static int number(String id, String prefix) {
    return Integer.parseInt(id.substring(prefix.length()).replaceFirst("-.*", ""));
  }

  /**
   * Alerts that somebody sees and that are in no case.
   *
   * @throws ProblemException that names the others
   */
  List<AlertDocument> free(List<String> alertIds, Caller by) {
    var found = alerts.findAll(alertIds);
    var faults = new ArrayList<FieldFault>();
    var free = new ArrayList<AlertDocument>();
    for (var id : alertIds) {
      var alert = found.get(id);
      if (alert == null || !by.sees(alert.source().alert().region())) {
        faults.add(new FieldFault("alertIds", id, "ids of alerts"));
      } else if (!alert.source().triage().caseId().isEmpty()) {
        faults.add(
            new FieldFault(
                "alertIds",
                "%s, part of case %s".formatted(id, alert.source().triage().caseId()),
                "alerts that are in no case"));
      } else {
        free.add(alert.source());
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
    return free;
  }

  /** What alerts' regions have in common. */
  static String region(List<AlertDocument> alerts) {
    return Regions.common(alerts.stream().map(alert -> alert.alert().region()).toList());
  }

  /** The one institution, empty for several. */
  static String institution(List<String> institutions) {
    var distinct = institutions.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : "";
  }

  /** Money at risk in alerts, fen. */
  static long suspected(List<AlertDocument> alerts) {
    return alerts.stream().mapToLong(alert -> alert.alert().amountFen()).sum();
  }
}

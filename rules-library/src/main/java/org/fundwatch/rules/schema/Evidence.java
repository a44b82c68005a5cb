package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.reference.Marker;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;

/** What an encounter's charges say about its diagnoses, by the table of markers. */
final class Evidence {

  private static final Set<String> TREATMENTS = Set.of("drug", "therapy");
  private static final Map<String, List<Marker>> BY_PREFIX = byPrefix();

  private final Map<String, Long> chargedFen = new HashMap<>();

  Evidence(Encounter encounter) {
    for (ItemTotal item : encounter.items()) {
      if (item.countE4() > 0) {
        chargedFen.merge(item.item(), item.amountFen(), Long::sum);
      }
    }
  }

  /** The markers of the longest beginning of a diagnosis that the table knows. */
  static List<Marker> markers(String diagnosis) {
    for (int length = diagnosis.length(); length > 0; length--) {
      List<Marker> markers = BY_PREFIX.get(diagnosis.substring(0, length));
      if (markers != null) {
        return markers;
      }
    }
    return List.of();
  }

  boolean charged(String item) {
    return chargedFen.containsKey(item);
  }

  /** Of the kinds of treatment, or of the tests where no treatment is known. */
  double treatedShare(String diagnosis) {
    List<Marker> markers = markers(diagnosis);
    List<Marker> treatments =
        markers.stream().filter(marker -> TREATMENTS.contains(marker.aspect())).toList();
    return share(treatments.isEmpty() ? markers : treatments);
  }

  /** Of the kinds of treatment and of tests alike. */
  double share(String diagnosis) {
    return share(markers(diagnosis));
  }

  private double share(List<Marker> expected) {
    if (expected.isEmpty()) {
      return 1;
    }
    long seen =
        expected.stream().filter(marker -> marker.items().stream().anyMatch(this::charged)).count();
    return seen / (double) expected.size();
  }

  /**
   * How the charges that speak for one of the diagnoses divide among them. What speaks for several
   * counts for the first, which is the main one, and else for each.
   */
  Map<String, Double> resourceShares(List<String> diagnoses) {
    Map<String, Long> fen = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Set<String> ofMain = new HashSet<>();
    long all = 0;
    for (String diagnosis : diagnoses) {
      if (fen.containsKey(diagnosis)) {
        continue;
      }
      long own = 0;
      for (String item : items(diagnosis)) {
        long amount = ofMain.contains(item) ? 0 : chargedFen.getOrDefault(item, 0L);
        own += amount;
        all += seen.add(item) ? amount : 0;
      }
      if (fen.isEmpty()) {
        ofMain.addAll(seen);
      }
      fen.put(diagnosis, own);
    }
    double total = all;
    Map<String, Double> shares = new LinkedHashMap<>();
    fen.forEach((diagnosis, own) -> shares.put(diagnosis, total > 0 ? own / total : 0));
    return shares;
  }

  private static Set<String> items(String diagnosis) {
    Set<String> items = new HashSet<>();
    markers(diagnosis).forEach(marker -> items.addAll(marker.items()));
    return items;
  }

  private static Map<String, List<Marker>> byPrefix() {
    Map<String, List<Marker>> byPrefix = new HashMap<>();
    for (Marker marker : Reference.builtIn().markers()) {
      byPrefix.computeIfAbsent(marker.diagnosis(), prefix -> new ArrayList<>()).add(marker);
    }
    byPrefix.replaceAll((prefix, markers) -> List.copyOf(markers));
    return byPrefix;
  }
}

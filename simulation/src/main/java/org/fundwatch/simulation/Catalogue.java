package org.fundwatch.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.Marker;
import org.fundwatch.domain.reference.Reference;

/** The reference tables as the simulation looks things up in them. Thread-safe. */
final class Catalogue {

  private final Reference reference = Reference.builtIn();
  private final Grouper grouper = new Grouper(reference);
  private final Map<String, Item> byEnglish = new HashMap<>();
  private final Map<String, List<Care>> care = new HashMap<>();

  /** Items of one kind of evidence for a diagnosis, in the order of usual choice. */
  record Care(String aspect, List<Item> items) {}

  Catalogue() {
    for (Item item : reference.items()) {
      byEnglish.put(item.english(), item);
    }
    reference.diagnoses().forEach(entry -> care.put(entry.code(), careOf(entry.code())));
  }

  Reference reference() {
    return reference;
  }

  Grouper grouper() {
    return grouper;
  }

  /** The item of an English name that the code itself uses. */
  Item item(String english) {
    Item item = byEnglish.get(english);
    if (item == null) {
      throw new IllegalArgumentException("items.csv: no item '" + english + "'");
    }
    return item;
  }

  List<Item> items(String... english) {
    return List.of(english).stream().map(this::item).toList();
  }

  /** How a diagnosis is usually looked into and treated. */
  List<Care> care(String diagnosis) {
    return care.getOrDefault(diagnosis, List.of());
  }

  String diagnosisName(String code) {
    return reference.diagnosis(code).map(entry -> entry.name()).orElse("");
  }

  private List<Care> careOf(String diagnosis) {
    return reference.markers(diagnosis).stream().map(this::careOf).toList();
  }

  // In table order: a set has none, and the result must not depend on its luck.
  private Care careOf(Marker marker) {
    return new Care(
        marker.aspect(),
        reference.items().stream().filter(item -> marker.items().contains(item.code())).toList());
  }
}

package org.fundwatch.domain.reference;

import java.util.Set;

/**
 * One kind of evidence that a diagnosis was treated or at least looked into: any of the items will
 * do.
 *
 * @param diagnosis code or beginning of a code
 * @param aspect drug, lab, exam or therapy
 * @param items item codes
 */
public record Marker(String diagnosis, String aspect, Set<String> items) {

  public Marker {
    items = Set.copyOf(items);
  }
}

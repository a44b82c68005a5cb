package org.fundwatch.rules.schema;

import java.util.HashMap;
import java.util.Map;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.Timeline;

/** How an earlier and a later stay of a person relate. */
public final class PairView {

  private static final int CATEGORY_LENGTH = 3;
  private static final int SUBCATEGORY_LENGTH = 5;
  private static final int ADJACENT_GROUP_LENGTH = 3;

  private final Encounter earlier;
  private final Encounter later;
  private final Timeline all;

  public PairView(Encounter earlier, Encounter later, Timeline all) {
    this.earlier = earlier;
    this.later = later;
    this.all = all;
  }

  @Described("from discharge to the next admission; negative when the stays overlap")
  public @Span long gap() {
    return later.beginMillis() - earlier.endMillis();
  }

  @Described("time that both stays share, 0 when they do not overlap")
  public @Span long overlap() {
    long end = Math.min(earlier.endMillis(), later.endMillis());
    return Math.max(0, end - Math.max(earlier.beginMillis(), later.beginMillis()));
  }

  @Described("both at the same institution")
  public boolean sameInstitution() {
    return earlier.head().institution().code().equals(later.head().institution().code());
  }

  @Described("discharged from and admitted to the same department")
  public boolean sameDepartment() {
    Stay before = earlier.head().stay();
    Stay after = later.head().stay();
    return before != null
        && after != null
        && !after.admissionDepartment().isEmpty()
        && (after.admissionDepartment().equals(before.dischargeDepartment())
            || after.admissionDepartment().equals(before.admissionDepartment()));
  }

  @Described("under the same doctor")
  public boolean sameDoctor() {
    String doctor = later.head().doctor();
    return !doctor.isEmpty() && doctor.equals(earlier.head().doctor());
  }

  @Described("other stays at the later stay's institution that begin between the two")
  public long staysBetween() {
    return all.encounters().stream()
        .filter(Encounter::isStay)
        .filter(stay -> !stay.id().equals(earlier.id()) && !stay.id().equals(later.id()))
        .filter(stay -> stay.beginMillis() > earlier.beginMillis())
        .filter(stay -> stay.beginMillis() < later.beginMillis())
        .filter(stay -> stay.head().institution().code().equals(later.head().institution().code()))
        .count();
  }

  @Described(
      "1 same four-character main diagnosis, 0.8 same three-character one, 0.6 same group of"
          + " adjacent DRGs, 0.4 the later one among the earlier stay's diagnoses, else 0")
  public double diagnosisSimilarity() {
    String before = earlier.head().mainDiagnosis();
    String after = later.head().mainDiagnosis();
    if (before.isEmpty() || after.isEmpty()) {
      return 0;
    }
    if (Functions.prefix(before, SUBCATEGORY_LENGTH)
        .equals(Functions.prefix(after, SUBCATEGORY_LENGTH))) {
      return 1;
    }
    if (Functions.prefix(before, CATEGORY_LENGTH)
        .equals(Functions.prefix(after, CATEGORY_LENGTH))) {
      return 0.8;
    }
    String group = adjacentGroup(earlier);
    if (!group.isEmpty() && group.equals(adjacentGroup(later))) {
      return 0.6;
    }
    boolean known =
        earlier.head().diagnoses().stream()
            .anyMatch(
                diagnosis ->
                    Functions.prefix(diagnosis.code(), CATEGORY_LENGTH)
                        .equals(Functions.prefix(after, CATEGORY_LENGTH)));
    return known ? 0.4 : 0;
  }

  @Described("cosine of the charged quantities, each as ln(1 + quantity); 0..1")
  public double itemSimilarity() {
    Map<String, Double> before = vector(earlier);
    Map<String, Double> after = vector(later);
    double dot = 0;
    for (Map.Entry<String, Double> item : before.entrySet()) {
      dot += item.getValue() * after.getOrDefault(item.getKey(), 0.0);
    }
    double norms = Math.sqrt(squares(before) * squares(after));
    return norms == 0 ? 0 : dot / norms;
  }

  private static String adjacentGroup(Encounter stay) {
    return stay.head().grouping() == null
        ? ""
        : Functions.prefix(stay.head().grouping().code(), ADJACENT_GROUP_LENGTH);
  }

  private static double squares(Map<String, Double> vector) {
    return vector.values().stream().mapToDouble(value -> value * value).sum();
  }

  private static Map<String, Double> vector(Encounter stay) {
    Map<String, Double> vector = new HashMap<>();
    for (ItemTotal item : stay.items()) {
      if (item.countE4() > 0) {
        vector.merge(item.item(), Math.log1p(item.countE4() / 10_000.0), Double::sum);
      }
    }
    return vector;
  }
}

package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Functions over the stays of an institution, and over lists of numbers. All are total. */
public final class CaseMixFunctions {

  private static final int ADRG_LENGTH = 3;

  private CaseMixFunctions() {}

  @Described(
      "basic groups (first three characters) of stays that have a group and a weight, each once, sorted")
  public static List<String> adrgs(List<VisitView> stays) {
    Set<String> adrgs = new TreeSet<>();
    for (VisitView stay : stays) {
      if (stay.weight() > 0 && !stay.group().isEmpty()) {
        adrgs.add(Functions.prefix(stay.group(), ADRG_LENGTH));
      }
    }
    return List.copyOf(adrgs);
  }

  @Described("weights of the stays in a basic group")
  public static List<Double> weights(List<VisitView> stays, String adrg) {
    List<Double> weights = new ArrayList<>();
    for (VisitView stay : stays) {
      if (stay.weight() > 0 && Functions.prefix(stay.group(), ADRG_LENGTH).equals(adrg)) {
        weights.add(stay.weight());
      }
    }
    return weights;
  }

  @Described("true for a group of medical treatment: its second letter is R to Z")
  public static boolean medicalGroup(String group) {
    return group.length() > 1 && group.charAt(1) >= 'R' && group.charAt(1) <= 'Z';
  }

  @Described(
      "how many of some stays were followed by another of the same person, among all, within a span after discharge and without a plan")
  public static long readmittedWithin(
      List<VisitView> some, List<VisitView> all, @Span long spanMillis) {
    Map<String, List<VisitView>> byPerson = new HashMap<>();
    for (VisitView stay : all) {
      byPerson.computeIfAbsent(stay.person(), person -> new ArrayList<>()).add(stay);
    }
    return some.stream()
        .filter(stay -> !stay.readmissionPlanned())
        .filter(
            stay ->
                byPerson.getOrDefault(stay.person(), List.of()).stream()
                    .anyMatch(
                        later ->
                            !later.encounter().equals(stay.encounter())
                                && later.begin() >= stay.end()
                                && later.begin() - stay.end() <= spanMillis))
        .count();
  }

  @Described("charges of stays over their payment standard, one for each that has both")
  public static List<Double> costRatios(List<VisitView> stays) {
    List<Double> ratios = new ArrayList<>();
    for (VisitView stay : stays) {
      if (stay.standardFen() > 0 && stay.totalFen() > 0) {
        ratios.add(stay.totalFen() / (double) stay.standardFen());
      }
    }
    return ratios;
  }

  @Described("the mean, 0 of none")
  public static double mean(List<Double> values) {
    return values.isEmpty() ? 0 : Functions.total(values) / values.size();
  }

  @Described("the standard deviation of a sample, 0 of fewer than two")
  public static double spread(List<Double> values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
  }

  @Described("the square root, 0 of a negative number")
  public static double squareRoot(double x) {
    return Math.sqrt(Math.max(0, x));
  }

  @Described("the natural logarithm, 0 of a number not above 0")
  public static double naturalLog(double x) {
    return x > 0 ? Math.log(x) : 0;
  }
}

package org.fundwatch.alertapi.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.domain.money.Fen;

/**
 * How alike two cases are, from 0 to 100 points, with what makes the points. The weights are a
 * proposal of ours.
 *
 * @param shared what they have in common, the heaviest first
 */
record Likeness(List<Shared> shared) {
  private static final double INSTITUTION = 25;
  private static final double RULES = 25;
  private static final double KNOWLEDGE = 20;
  private static final double DOCTORS = 15;
  private static final double TITLE = 10;
  private static final double AMOUNT = 5;
  static final int RANGE = 3;

  Likeness {
    shared = List.copyOf(shared);
  }

  /**
   * Something that two cases have in common.
   *
   * @param what INSTITUTION, RULES, KNOWLEDGE, DOCTORS, TITLE or AMOUNT
   * @param zh the same in Chinese
   * @param points that it makes
   * @param most points that it can make
   * @param values what is the same
   */
  record Shared(What what, String zh, double points, double most, List<String> values) {
    Shared {
      values = List.copyOf(values);
    }
  }

  /** What cases can have in common. */
  enum What {
    INSTITUTION("同一机构"),
    RULES("相同规则"),
    KNOWLEDGE("相同知识点"),
    DOCTORS("相同医师"),
    TITLE("名称相近"),
    AMOUNT("涉嫌金额相近");

    private final String zh;

    What(String zh) {
      this.zh = zh;
    }
  }

  /** What two cases have in common. */
  static Likeness of(CaseFeatures one, CaseFeatures other) {
    var shared = new ArrayList<Shared>();
    overlap(
        What.INSTITUTION, INSTITUTION, one.institutions(), other.institutions(), s -> s, shared);
    overlap(What.RULES, RULES, one.rules(), other.rules(), s -> s, shared);
    overlap(What.KNOWLEDGE, KNOWLEDGE, one.knowledge(), other.knowledge(), s -> s, shared);
    overlap(What.DOCTORS, DOCTORS, one.doctors(), other.doctors(), Mask::code, shared);
    title(one.title(), other.title(), shared);
    amount(one.suspectedFen(), other.suspectedFen(), shared);
    shared.sort((a, b) -> Double.compare(b.points(), a.points()));
    return new Likeness(shared);
  }

  /** The sum of all points. */
  double score() {
    return rounded(shared.stream().mapToDouble(Shared::points).sum());
  }

  /** False when nothing but the size of the amount is the same. */
  boolean counts() {
    return shared.stream().anyMatch(part -> part.what() != What.AMOUNT);
  }

  /** Points by the share of what is common in what there is on both sides (Jaccard). */
  private static void overlap(
      What what,
      double most,
      Collection<String> one,
      Collection<String> other,
      UnaryOperator<String> shown,
      List<Shared> shared) {
    var common = one.stream().filter(other::contains).sorted().toList();
    var all = new HashSet<>(one);
    all.addAll(other);
    if (!common.isEmpty()) {
      add(
          what,
          most,
          (double) common.size() / all.size(),
          common.stream().map(shown).toList(),
          shared);
    }
  }

  /** Points by the share of common pairs of neighbouring characters (Dice). */
  private static void title(String one, String other, List<Shared> shared) {
    var pairs = pairs(one);
    var others = pairs(other);
    var common = pairs.stream().filter(others::contains).sorted().toList();
    if (!common.isEmpty()) {
      add(
          What.TITLE,
          TITLE,
          2.0 * common.size() / (pairs.size() + others.size()),
          common.stream().map(Mask::text).toList(),
          shared);
    }
  }

  private static Set<String> pairs(String text) {
    var pairs = new HashSet<String>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      var pair = text.substring(i, i + 2);
      // Numbers say which case it is, not what it is about.
      if (pair.codePoints().allMatch(Character::isLetter)) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static void amount(long one, long other, List<Shared> shared) {
    long less = Math.min(one, other);
    long more = Math.max(one, other);
    if (less > 0 && more <= RANGE * less) {
      add(What.AMOUNT, AMOUNT, (double) less / more, List.of(Fen.toYuan(other)), shared);
    }
  }

  private static void add(
      What what, double most, double share, List<String> values, List<Shared> shared) {
    shared.add(new Shared(what, what.zh, rounded(most * share), most, values));
  }

  private static double rounded(double points) {
    return Math.round(points * 10) / 10.0;
  }
}

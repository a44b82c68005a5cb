package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.GroupingInForce;
import org.jspecify.annotations.Nullable;

/**
 * What is coded of an encounter, by the tables in force where and on the day when it ended: a stay
 * is grouped and paid at its end. Several rules ask for the same; each answer is computed once. For
 * one thread.
 */
final class CodedStay {

  private final GroupingBook book;
  private final GroupingInForce grouping;
  private final Grouper.Coded coded;
  private final Evidence evidence;
  private @Nullable Double weight;
  private @Nullable List<String> acuteComplications;
  private @Nullable Weakest weakest;

  CodedStay(EncounterView view, GroupingBook book) {
    this.book = book;
    this.grouping = book.at((int) ShanghaiTime.epochDay(view.end()), view.region());
    this.coded = coded(view.encounter());
    this.evidence = view.evidence();
  }

  /**
   * Complications whose evidence is weakest against the weight they bring.
   *
   * @param codes of the complications
   * @param leverage fall in weight without them times the missing share of the evidence
   */
  record Weakest(List<String> codes, double leverage) {}

  Grouper.Coded coded() {
    return coded;
  }

  GroupingBook book() {
    return book;
  }

  /** The tables by which it is grouped. */
  GroupingInForce grouping() {
    return grouping;
  }

  /** Weight of the group as coded, 0 where no group takes it. */
  double weight() {
    Double known = weight;
    if (known == null) {
      known = weight(coded);
      weight = known;
    }
    return known;
  }

  /** Other diagnoses that count as complication, are not chronic, and whose evidence is known. */
  List<String> acuteComplications() {
    List<String> known = acuteComplications;
    if (known == null) {
      known = coded.otherDiagnoses().stream().filter(this::isAcuteComplication).toList();
      acuteComplications = known;
    }
    return known;
  }

  /**
   * Two complications of one class can stand in for each other, so that leaving out either changes
   * nothing: they go together, the least proven first.
   */
  Weakest weakest() {
    Weakest known = weakest;
    if (known == null) {
      known = findWeakest();
      weakest = known;
    }
    return known;
  }

  private Weakest findWeakest() {
    List<String> byEvidence = new ArrayList<>(acuteComplications());
    byEvidence.sort(Comparator.comparingDouble(evidence::share).thenComparing(code -> code));
    Grouper.Coded rest = coded;
    Weakest found = new Weakest(List.of(), 0);
    for (int i = 0; i < byEvidence.size(); i++) {
      double missing = 1 - evidence.share(byEvidence.get(i));
      if (missing <= 0) {
        break;
      }
      rest = rest.without(byEvidence.get(i));
      double without = weight(rest);
      double leverage = (weight() - without) * missing;
      if (without > 0 && leverage > found.leverage()) {
        found = new Weakest(List.copyOf(byEvidence.subList(0, i + 1)), leverage);
      }
    }
    return found;
  }

  /** The same stay with another main diagnosis, the former one among the others or gone. */
  Grouper.Coded withMain(String diagnosis, boolean formerMainStays) {
    List<String> others = new ArrayList<>(coded.otherDiagnoses());
    others.remove(diagnosis);
    if (formerMainStays && !diagnosis.equals(coded.mainDiagnosis())) {
      others.add(coded.mainDiagnosis());
    }
    return new Grouper.Coded(
        diagnosis, others, coded.operations(), coded.age(), coded.dischargeWay(), coded.level());
  }

  /** The same stay without some of its operations. */
  Grouper.Coded withoutOperations(List<String> operations) {
    return new Grouper.Coded(
        coded.mainDiagnosis(),
        coded.otherDiagnoses(),
        coded.operations().stream().filter(code -> !operations.contains(code)).toList(),
        coded.age(),
        coded.dischargeWay(),
        coded.level());
  }

  /** Relative weight of a stay coded so, 0 where no group takes it. */
  double weight(Grouper.Coded other) {
    return grouping.weight(other);
  }

  /** What one of its diagnoses counts as beside the main one. */
  Complication complication(String code) {
    return grouping.grouper().complication(code, coded);
  }

  private boolean isAcuteComplication(String code) {
    return !Evidence.markers(code).isEmpty()
        && !ChronicDiseases.contain(code)
        && complication(code) != Complication.NONE;
  }

  private static Grouper.Coded coded(Encounter encounter) {
    Settlement head = encounter.head();
    Stay stay = head.stay();
    String main = head.mainDiagnosis();
    List<String> others =
        head.diagnoses().stream().map(Diagnosis::code).filter(code -> !code.equals(main)).toList();
    long age =
        new PersonView(head.person(), (int) ShanghaiTime.epochDay(encounter.beginMillis())).age();
    return new Grouper.Coded(
        main,
        others,
        head.operations().stream().map(Operation::code).toList(),
        (int) Math.max(0, age),
        stay == null ? "" : stay.dischargeWay(),
        head.institution().level());
  }
}

package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.Marker;
import org.fundwatch.domain.reference.OperationEntry;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;

/**
 * Functions over groups, weights and the evidence for a diagnosis, by the reference tables and the
 * grouper of the domain module (ours, not certified ones). All are total.
 */
public final class CodingFunctions {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final Grouper GROUPER = new Grouper(REFERENCE);
  private static final Set<String> TREATMENTS = Set.of("drug", "therapy");
  private static final double E4 = 10_000.0;

  private CodingFunctions() {}

  @Described("relative weight of the stay as coded, by our grouper; 0 where no group takes it")
  public static double codedWeight(EncounterView stay) {
    return weight(coded(stay.encounter()));
  }

  @Described("relative weight of the stay without some of its other diagnoses")
  public static double weightWithout(EncounterView stay, List<String> diagnoses) {
    Grouper.Coded coded = coded(stay.encounter());
    for (String diagnosis : diagnoses) {
      coded = coded.without(diagnosis);
    }
    return weight(coded);
  }

  @Described(
      "other diagnoses that count as complication, are not chronic, and of whose expected treatment"
          + " no more than a share was charged")
  public static List<String> unsupportedComplications(EncounterView stay, double share) {
    List<String> unsupported = new ArrayList<>();
    for (String code : coded(stay.encounter()).otherDiagnoses()) {
      boolean counts =
          REFERENCE
              .diagnosis(code)
              .filter(entry -> entry.complication() != Complication.NONE)
              .filter(entry -> !entry.traits().contains("chronic"))
              .isPresent();
      if (counts && evidenceKnown(code) && treatedShare(stay, code) <= share) {
        unsupported.add(code);
      }
    }
    return unsupported;
  }

  @Described("true where it is known which drugs, tests or treatments a diagnosis calls for")
  public static boolean evidenceKnown(String diagnosis) {
    return !REFERENCE.markers(diagnosis).isEmpty();
  }

  @Described(
      "share of the kinds of treatment for a diagnosis (drug, therapy) of which an item was charged;"
          + " of its tests where no treatment is known; 1 where nothing is known")
  public static double treatedShare(EncounterView stay, String diagnosis) {
    List<Marker> markers = REFERENCE.markers(diagnosis);
    List<Marker> treatments =
        markers.stream().filter(marker -> TREATMENTS.contains(marker.aspect())).toList();
    List<Marker> expected = treatments.isEmpty() ? markers : treatments;
    if (expected.isEmpty()) {
      return 1;
    }
    Set<String> charged = charged(stay.encounter());
    long seen =
        expected.stream()
            .filter(marker -> marker.items().stream().anyMatch(charged::contains))
            .count();
    return seen / (double) expected.size();
  }

  @Described(
      "relative weight with the best supported of the other diagnoses as the main one: the largest"
          + " of those with at least a share of their treatment charged; 0 where there is none")
  public static double supportedWeight(EncounterView stay, double share) {
    Grouper.Coded coded = coded(stay.encounter());
    double best = 0;
    for (String candidate : coded.otherDiagnoses()) {
      if (evidenceKnown(candidate) && treatedShare(stay, candidate) >= share) {
        List<String> others = new ArrayList<>(coded.otherDiagnoses());
        others.remove(candidate);
        best =
            Math.max(
                best,
                weight(
                    new Grouper.Coded(
                        candidate,
                        others,
                        coded.operations(),
                        coded.age(),
                        coded.dischargeWay(),
                        coded.level())));
      }
    }
    return best;
  }

  @Described(
      "payment standard of both stays as one, in fen; 0 where no group takes it or the level is"
          + " unknown")
  public static long mergedStandardFen(EncounterView earlier, EncounterView later) {
    Grouper.Coded first = coded(earlier.encounter());
    Grouper.Coded second = coded(later.encounter());
    Set<String> others = new LinkedHashSet<>(first.otherDiagnoses());
    others.addAll(second.otherDiagnoses());
    others.add(second.mainDiagnosis());
    others.remove(first.mainDiagnosis());
    Set<String> operations = new LinkedHashSet<>(first.operations());
    operations.addAll(second.operations());
    return GROUPER
        .group(
            new Grouper.Coded(
                first.mainDiagnosis(),
                List.copyOf(others),
                List.copyOf(operations),
                first.age(),
                second.dischargeWay(),
                first.level()))
        .map(Grouping::standardFen)
        .orElse(0L);
  }

  @Described("true where a diagnosis has a trait: low, chronic, cyclic, rehab, psychiatric")
  public static boolean diagnosisIs(String diagnosis, String trait) {
    return REFERENCE
        .diagnosis(diagnosis)
        .filter(entry -> entry.traits().contains(trait))
        .isPresent();
  }

  @Described("true where both stays had an operation that is done in parts (sided or staged)")
  public static boolean stagedOperation(EncounterView earlier, EncounterView later) {
    return staged(earlier) && staged(later);
  }

  @Described("true where an item with a tag was charged, such as infusion, oxygen or chemo")
  public static boolean chargedTag(EncounterView encounter, String tag) {
    return charged(encounter.encounter()).stream()
        .anyMatch(
            code -> REFERENCE.item(code).filter(item -> item.tags().contains(tag)).isPresent());
  }

  @Described("true where a drug of a route was charged: oral, iv, injection, inhaled")
  public static boolean chargedRoute(EncounterView encounter, String route) {
    return charged(encounter.encounter()).stream()
        .anyMatch(
            code -> REFERENCE.item(code).filter(item -> item.route().equals(route)).isPresent());
  }

  @Described("true where an operation (not a mere procedure) is coded")
  public static boolean operated(EncounterView encounter) {
    return encounter.operations().stream()
        .anyMatch(code -> REFERENCE.operation(code).map(OperationEntry::surgery).orElse(true));
  }

  private static boolean staged(EncounterView stay) {
    return stay.operations().stream()
        .map(REFERENCE::operation)
        .flatMap(Optional::stream)
        .anyMatch(entry -> entry.traits().contains("sided") || entry.traits().contains("staged"));
  }

  private static Set<String> charged(Encounter encounter) {
    Set<String> charged = new HashSet<>();
    for (ItemTotal item : encounter.items()) {
      if (item.countE4() > 0) {
        charged.add(item.item());
      }
    }
    return charged;
  }

  private static double weight(Grouper.Coded coded) {
    return GROUPER.group(coded).map(group -> group.weightE4() / E4).orElse(0.0);
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

package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.DiagnosisEntry;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.OperationEntry;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Operation;
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
  private static final String OPERATION_FEE = "06";

  private CodingFunctions() {}

  @Described("relative weight of the stay as coded, by our grouper; 0 where no group takes it")
  public static double codedWeight(EncounterView stay) {
    return stay.coded().weight();
  }

  @Described("relative weight of the stay without some of its other diagnoses")
  public static double weightWithout(EncounterView stay, List<String> diagnoses) {
    Grouper.Coded coded = stay.coded().coded();
    for (String diagnosis : diagnoses) {
      coded = coded.without(diagnosis);
    }
    return CodedStay.weight(coded);
  }

  @Described(
      "other diagnoses that count as complication, are not chronic, and of whose expected treatment"
          + " no more than a share was charged")
  public static List<String> unsupportedComplications(EncounterView stay, double share) {
    Evidence evidence = stay.coded().evidence();
    return stay.coded().acuteComplications().stream()
        .filter(code -> evidence.treatedShare(code) <= share)
        .toList();
  }

  @Described("true where it is known which drugs, tests or treatments a diagnosis calls for")
  public static boolean evidenceKnown(String diagnosis) {
    return !Evidence.markers(diagnosis).isEmpty();
  }

  @Described(
      "share of the kinds of treatment for a diagnosis (drug, therapy) of which an item was charged;"
          + " of its tests where no treatment is known; 1 where nothing is known")
  public static double treatedShare(EncounterView stay, String diagnosis) {
    return stay.coded().evidence().treatedShare(diagnosis);
  }

  @Described(
      "relative weight with the best supported of the other diagnoses as the main one: the largest"
          + " of those with at least a share of their treatment charged; 0 where there is none")
  public static double supportedWeight(EncounterView stay, double share) {
    Evidence evidence = stay.coded().evidence();
    double best = 0;
    for (String candidate : stay.coded().coded().otherDiagnoses()) {
      if (evidenceKnown(candidate) && evidence.treatedShare(candidate) >= share) {
        best = Math.max(best, CodedStay.weight(stay.coded().withMain(candidate, false)));
      }
    }
    return best;
  }

  @Described(
      "share of all kinds of evidence for a diagnosis (drug, therapy, lab, exam) of which an item was charged; 1 where nothing is known")
  public static double evidenceShare(EncounterView stay, String diagnosis) {
    return stay.coded().evidence().share(diagnosis);
  }

  @Described(
      "relative weight of the stay with another of its diagnoses as the main one; 0 where no group takes it")
  public static double weightWithMain(EncounterView stay, String diagnosis) {
    return CodedStay.weight(stay.coded().withMain(diagnosis, true));
  }

  @Described(
      "relative weight of the stay without some of its operations; 0 where no group takes it")
  public static double weightWithoutOperations(EncounterView stay, List<String> operations) {
    return CodedStay.weight(stay.coded().withoutOperations(operations));
  }

  @Described(
      "acute complications that raise the group and are the least proven: those that, left out together with all less proven ones, give the largest fall in weight times missing evidence")
  public static List<String> weakComplications(EncounterView stay) {
    return stay.coded().weakest().codes();
  }

  @Described(
      "CC leverage: largest fall in weight without the least proven acute complications, times the share of their evidence that is missing")
  public static double complicationLeverage(EncounterView stay) {
    return stay.coded().weakest().leverage();
  }

  @Described(
      "share of the charges speaking for any coded diagnosis that speaks for this one; what speaks for several counts for the main one, else for each")
  public static double resourceShare(EncounterView stay, String diagnosis) {
    return stay.coded().evidence().resourceShares(stay.diagnoses()).getOrDefault(diagnosis, 0.0);
  }

  @Described(
      "the other diagnosis with the largest resource share, empty where no charge speaks for one")
  public static String costliestOther(EncounterView stay) {
    String main = stay.mainDiagnosis();
    String costliest = "";
    double most = 0;
    for (Map.Entry<String, Double> one :
        stay.coded().evidence().resourceShares(stay.diagnoses()).entrySet()) {
      if (!one.getKey().equals(main) && one.getValue() > most) {
        costliest = one.getKey();
        most = one.getValue();
      }
    }
    return costliest;
  }

  @Described(
      "what the fund paid too much where the weight should have been another: that part of the standard, times the fund's share of the charges, in fen; 0 where there is no standard")
  public static long overpaidFen(EncounterView stay, double coded, double due) {
    if (stay.standardFen() <= 0 || coded <= 0 || due >= coded) {
      return 0;
    }
    long excess = Functions.part(stay.standardFen(), (coded - Math.max(0, due)) / coded);
    return Functions.part(
        excess, Math.min(1, Functions.ratio((double) stay.fundFen(), (double) stay.totalFen())));
  }

  @Described(
      "payment standard of both stays as one, in fen; 0 where no group takes it or the level is"
          + " unknown")
  public static long mergedStandardFen(EncounterView earlier, EncounterView later) {
    Grouper.Coded first = earlier.coded().coded();
    Grouper.Coded second = later.coded().coded();
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

  @Described("true where an item is among the evidence for a diagnosis")
  public static boolean speaksFor(String diagnosis, String item) {
    return Evidence.markers(diagnosis).stream().anyMatch(marker -> marker.items().contains(item));
  }

  @Described("other diagnoses that count as grave complication (MCC) and are not chronic")
  public static List<String> graveComplications(EncounterView stay) {
    return stay.coded().acuteComplications().stream()
        .filter(code -> complicationClass(code).equals("MCC"))
        .toList();
  }

  @Described("MCC, CC or empty: what a diagnosis counts as beside a main one")
  public static String complicationClass(String diagnosis) {
    return REFERENCE
        .diagnosis(diagnosis)
        .map(DiagnosisEntry::complication)
        .filter(complication -> complication != Complication.NONE)
        .map(Complication::name)
        .orElse("");
  }

  @Described("true where an item was charged and not wholly refunded")
  public static boolean charged(EncounterView encounter, String item) {
    for (ItemTotal one : encounter.encounter().items()) {
      if (one.item().equals(item) && one.countE4() > 0) {
        return true;
      }
    }
    return false;
  }

  @Described(
      "true where an operation fee (category 06, anaesthesia aside) was charged that belongs to none of the coded operations")
  public static boolean unassignedOperationFee(EncounterView encounter) {
    Set<String> own = new HashSet<>();
    for (String code : encounter.operations()) {
      REFERENCE.operation(code).ifPresent(entry -> own.add(entry.item()));
    }
    return encounter.encounter().items().stream()
        .filter(item -> item.countE4() > 0 && item.category().equals(OPERATION_FEE))
        .filter(item -> !own.contains(item.item()))
        .anyMatch(
            item ->
                REFERENCE
                    .item(item.item())
                    .filter(entry -> entry.tags().contains("anaesthesia"))
                    .isEmpty());
  }

  @Described("codes of operations dated before the day of admission or after that of discharge")
  public static List<String> operationsOutside(EncounterView stay) {
    long first = ShanghaiTime.epochDay(stay.begin());
    long last = ShanghaiTime.epochDay(stay.end());
    List<String> outside = new ArrayList<>();
    for (Operation operation : stay.encounter().head().operations()) {
      Integer day = operation.epochDay();
      if (day != null && (day < first || day > last)) {
        outside.add(operation.code());
      }
    }
    return outside;
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
}

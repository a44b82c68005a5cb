package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.OperationEntry;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.GroupingInForce;

/**
 * Functions over groups, weights and the evidence for a diagnosis. Groups, complications, weights
 * and standards are those of the rule-set's knowledge tables; the grouper that reads them is ours,
 * not a certified one. All are total.
 */
public final class CodingFunctions {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final String OPERATION_FEE = "06";

  private CodingFunctions() {}

  @Described("relative weight of the stay as coded, by our grouper; 0 where no group takes it")
  public static double codedWeight(GroupingBook book, EncounterView stay) {
    return stay.coded(book).weight();
  }

  @Described("relative weight of the stay without some of its other diagnoses")
  public static double weightWithout(
      GroupingBook book, EncounterView stay, List<String> diagnoses) {
    CodedStay coded = stay.coded(book);
    Grouper.Coded rest = coded.coded();
    for (String diagnosis : diagnoses) {
      rest = rest.without(diagnosis);
    }
    return coded.weight(rest);
  }

  @Described(
      "other diagnoses that count as complication, are not chronic, and of whose expected treatment"
          + " no more than a share was charged")
  public static List<String> unsupportedComplications(
      GroupingBook book, EncounterView stay, double share) {
    Evidence evidence = stay.evidence();
    return stay.coded(book).acuteComplications().stream()
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
    return stay.evidence().treatedShare(diagnosis);
  }

  @Described(
      "relative weight with the best supported of the other diagnoses as the main one: the largest"
          + " of those with at least a share of their treatment charged; 0 where there is none")
  public static double supportedWeight(GroupingBook book, EncounterView stay, double share) {
    Evidence evidence = stay.evidence();
    CodedStay coded = stay.coded(book);
    double best = 0;
    for (String candidate : coded.coded().otherDiagnoses()) {
      if (evidenceKnown(candidate) && evidence.treatedShare(candidate) >= share) {
        best = Math.max(best, coded.weight(coded.withMain(candidate, false)));
      }
    }
    return best;
  }

  @Described(
      "share of all kinds of evidence for a diagnosis (drug, therapy, lab, exam) of which an item was charged; 1 where nothing is known")
  public static double evidenceShare(EncounterView stay, String diagnosis) {
    return stay.evidence().share(diagnosis);
  }

  @Described(
      "relative weight of the stay with another of its diagnoses as the main one; 0 where no group takes it")
  public static double weightWithMain(GroupingBook book, EncounterView stay, String diagnosis) {
    CodedStay coded = stay.coded(book);
    return coded.weight(coded.withMain(diagnosis, true));
  }

  @Described(
      "relative weight of the stay without some of its operations; 0 where no group takes it")
  public static double weightWithoutOperations(
      GroupingBook book, EncounterView stay, List<String> operations) {
    CodedStay coded = stay.coded(book);
    return coded.weight(coded.withoutOperations(operations));
  }

  @Described(
      "acute complications that raise the group and are the least proven: those that, left out together with all less proven ones, give the largest fall in weight times missing evidence")
  public static List<String> weakComplications(GroupingBook book, EncounterView stay) {
    return stay.coded(book).weakest().codes();
  }

  @Described(
      "CC leverage: largest fall in weight without the least proven acute complications, times the share of their evidence that is missing")
  public static double complicationLeverage(GroupingBook book, EncounterView stay) {
    return stay.coded(book).weakest().leverage();
  }

  @Described(
      "share of the charges speaking for any coded diagnosis that speaks for this one; what speaks for several counts for the main one, else for each")
  public static double resourceShare(EncounterView stay, String diagnosis) {
    return stay.evidence().resourceShares(stay.diagnoses()).getOrDefault(diagnosis, 0.0);
  }

  @Described(
      "the other diagnosis with the largest resource share, empty where no charge speaks for one")
  public static String costliestOther(EncounterView stay) {
    String main = stay.mainDiagnosis();
    String costliest = "";
    double most = 0;
    for (Map.Entry<String, Double> one :
        stay.evidence().resourceShares(stay.diagnoses()).entrySet()) {
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
      "payment standard of both stays as one, in fen: of the group that takes what is coded of both;"
          + " of stays paid by disease (DIP), that of the dearer disease; 0 where it is not known")
  public static long mergedStandardFen(
      GroupingBook book, EncounterView earlier, EncounterView later) {
    GroupingInForce grouping = later.coded(book).grouping();
    if (byDisease(earlier) || byDisease(later)) {
      return dearerFen(grouping, earlier, later);
    }
    Grouper.Coded first = earlier.coded(book).coded();
    Grouper.Coded second = later.coded(book).coded();
    Set<String> others = new LinkedHashSet<>(first.otherDiagnoses());
    others.addAll(second.otherDiagnoses());
    others.add(second.mainDiagnosis());
    others.remove(first.mainDiagnosis());
    Set<String> operations = new LinkedHashSet<>(first.operations());
    operations.addAll(second.operations());
    return grouping
        .grouper()
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

  private static boolean byDisease(EncounterView stay) {
    Grouping grouping = stay.encounter().head().grouping();
    return grouping != null && grouping.system().equals("DIP");
  }

  private static long dearerFen(
      GroupingInForce grouping, EncounterView earlier, EncounterView later) {
    OptionalLong one = grouping.publishedFen(earlier.group(), earlier.level());
    OptionalLong other = grouping.publishedFen(later.group(), earlier.level());
    return one.isPresent() && other.isPresent() ? Math.max(one.getAsLong(), other.getAsLong()) : 0;
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
  public static List<String> graveComplications(GroupingBook book, EncounterView stay) {
    CodedStay coded = stay.coded(book);
    return coded.acuteComplications().stream()
        .filter(code -> coded.complication(code) == Complication.MCC)
        .toList();
  }

  @Described("MCC, CC or empty: what a diagnosis counts as beside the main one of a stay")
  public static String complicationClass(GroupingBook book, EncounterView stay, String diagnosis) {
    Complication complication = stay.coded(book).complication(diagnosis);
    return complication == Complication.NONE ? "" : complication.name();
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

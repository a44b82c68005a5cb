package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.compile.Context;
import org.fundwatch.rules.schema.EncounterView;
import org.fundwatch.rules.schema.HistoryView;
import org.fundwatch.rules.schema.ItemUseView;
import org.fundwatch.rules.schema.PairView;
import org.fundwatch.rules.schema.PersonView;
import org.fundwatch.rules.schema.SupplyView;

/** The subjects in which one encounter is the latest. */
final class TimelineSubjects {

  private final Encounter encounter;
  private final Timeline all;
  private final EncounterView view;
  private final PersonView person;
  private final Context context;
  private final MedType visit;
  private final Codes codes;
  private final List<HistoryView> histories = new ArrayList<>();

  TimelineSubjects(Encounter encounter, Timeline all) {
    this.encounter = encounter;
    this.all = all;
    this.view = new EncounterView(encounter);
    Settlement head = encounter.head();
    this.visit = MedType.of(head.medType());
    this.codes = Codes.of(encounter);
    int day = (int) ShanghaiTime.epochDay(encounter.beginMillis());
    this.person = new PersonView(head.person(), day);
    this.context =
        new Context(
            day, head.institution().region(), head.institution().level(), head.insurance().type());
  }

  /** The group of visits that the encounter belongs to. */
  MedType visit() {
    return visit;
  }

  List<Candidate> encounter(long lookbackMillis) {
    return List.of(
        candidate(
            List.of(view, history(lookbackMillis), person), encounter.beginMillis(), List.of()));
  }

  /** The person at this encounter; the finding is on the person. */
  List<Candidate> person(long lookbackMillis) {
    return List.of(
        candidate(
            List.of(view, history(lookbackMillis), person),
            "",
            new Subject(SubjectKind.PERSON, encounter.head().person().id()),
            encounter.beginMillis(),
            List.of(encounter.id())));
  }

  /** What was charged of wanted items. */
  List<ItemTotal> items(Predicate<String> wanted) {
    List<ItemTotal> items = new ArrayList<>(0);
    for (ItemTotal item : encounter.items()) {
      if (item.countE4() > 0 && wanted.test(item.item())) {
        items.add(item);
      }
    }
    return items;
  }

  /** Those of some items that are wanted. */
  List<Candidate> itemUses(List<ItemTotal> items, long lookbackMillis, Predicate<String> wanted) {
    List<Candidate> uses = new ArrayList<>(0);
    for (ItemTotal item : items) {
      if (wanted.test(item.item())) {
        uses.add(
            candidate(
                List.of(
                    new ItemUseView(encounter, item, all, lookbackMillis),
                    view,
                    history(lookbackMillis),
                    person),
                item.item(),
                subject(),
                encounter.beginMillis(),
                List.of(item.item(), item.category())));
      }
    }
    return uses;
  }

  // Rules of several subjects look equally far back.
  private HistoryView history(long lookbackMillis) {
    for (HistoryView known : histories) {
      if (known.lookbackMillis() == lookbackMillis) {
        return known;
      }
    }
    HistoryView history = new HistoryView(encounter, all, lookbackMillis);
    histories.add(history);
    return history;
  }

  /** With each stay before this one that ended within the look-back. */
  List<Candidate> stayPairs(long lookbackMillis) {
    if (!encounter.isStay()) {
      return List.of();
    }
    List<Candidate> pairs = new ArrayList<>();
    HistoryView history = history(lookbackMillis);
    for (Encounter earlier : all.before(encounter, lookbackMillis)) {
      if (earlier.isStay()) {
        pairs.add(
            candidate(
                List.of(
                    new EncounterView(earlier),
                    view,
                    new PairView(earlier, encounter, all),
                    history,
                    person),
                earlier.beginMillis(),
                List.of(earlier.id())));
      }
    }
    return pairs;
  }

  /** With each stay that lasts when this visit happens. */
  List<Candidate> stayVisits() {
    if (encounter.isStay()) {
      return List.of();
    }
    List<Candidate> visits = new ArrayList<>();
    for (Encounter stay : all.before(encounter, 0)) {
      if (stay.isStay()) {
        visits.add(
            candidate(
                List.of(new EncounterView(stay), view, person),
                encounter.beginMillis(),
                List.of(stay.id())));
      }
    }
    return visits;
  }

  /** Each drug of this visit with its earlier supplies; the finding is on the person. */
  List<Candidate> supplies(long lookbackMillis, Predicate<String> wanted) {
    if (encounter.isStay()) {
      return List.of();
    }
    List<Candidate> supplies = new ArrayList<>();
    List<Encounter> visits = null;
    for (ItemTotal drug : encounter.items()) {
      if (drug.supplyDaysE2() > 0 && drug.countE4() > 0 && wanted.test(drug.item())) {
        visits = visits == null ? all.before(encounter, lookbackMillis) : visits;
        List<Encounter> earlier = new ArrayList<>();
        for (Encounter visit : visits) {
          if (!visit.isStay() && supplied(visit, drug)) {
            earlier.add(visit);
          }
        }
        supplies.add(
            candidate(
                List.of(new SupplyView(encounter, drug, earlier), view, person),
                drug.item(),
                new Subject(SubjectKind.PERSON, encounter.head().person().id()),
                encounter.beginMillis(),
                List.of(drug.item(), encounter.id())));
      }
    }
    return supplies;
  }

  private static boolean supplied(Encounter visit, ItemTotal drug) {
    for (ItemTotal item : visit.items()) {
      if (item.supplyDaysE2() > 0 && item.item().equals(drug.item())) {
        return true;
      }
    }
    return false;
  }

  private Subject subject() {
    return new Subject(SubjectKind.ENCOUNTER, encounter.id());
  }

  private Candidate candidate(List<Object> variables, long fromMillis, List<String> anchors) {
    return candidate(variables, "", subject(), fromMillis, anchors);
  }

  private Candidate candidate(
      List<Object> variables, String item, Subject subject, long fromMillis, List<String> anchors) {
    Settlement head = encounter.head();
    return new Candidate(
        variables,
        context,
        visit,
        item,
        codes,
        () ->
            new Candidate.Frame(
                subject,
                anchors,
                fromMillis,
                encounter.endMillis(),
                head.institution(),
                head.doctor(),
                head.person().id(),
                head.insurance().type()));
  }
}

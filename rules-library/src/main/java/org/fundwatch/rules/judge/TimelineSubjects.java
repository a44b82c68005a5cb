package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.List;
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

  /** When and where it began. */
  Context context() {
    return context;
  }

  /** What its rules are indexed by. */
  Codes codes() {
    return codes;
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

  /** Charged items of which something remains after refunds. */
  List<ItemTotal> used() {
    List<ItemTotal> items = encounter.items();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).countE4() <= 0) {
        return items.stream().filter(item -> item.countE4() > 0).toList();
      }
    }
    return items;
  }

  /** An item that was used. */
  List<Candidate> itemUse(ItemTotal item, long lookbackMillis) {
    return List.of(
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
    List<Candidate> pairs = new ArrayList<>(0);
    HistoryView history = history(lookbackMillis);
    for (Encounter earlier : all.staysBefore(encounter, lookbackMillis)) {
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
    return pairs;
  }

  /** With each stay that lasts when this visit happens. */
  List<Candidate> stayVisits() {
    if (encounter.isStay()) {
      return List.of();
    }
    List<Candidate> visits = new ArrayList<>(0);
    for (Encounter stay : all.staysBefore(encounter, 0)) {
      visits.add(
          candidate(
              List.of(new EncounterView(stay), view, person),
              encounter.beginMillis(),
              List.of(stay.id())));
    }
    return visits;
  }

  /** Those of them that are drugs for some days; none of a stay. */
  List<ItemTotal> supplied() {
    List<ItemTotal> supplied = new ArrayList<>(0);
    List<ItemTotal> used = encounter.isStay() ? List.of() : used();
    for (int i = 0; i < used.size(); i++) {
      if (used.get(i).supplyDaysE2() > 0) {
        supplied.add(used.get(i));
      }
    }
    return supplied;
  }

  /** A drug of this visit with its earlier supplies; the finding is on the person. */
  List<Candidate> supply(ItemTotal drug, long lookbackMillis) {
    List<Encounter> earlier = all.chargedBefore(encounter, lookbackMillis, drug.item());
    earlier.removeIf(visit -> visit.isStay() || !supplied(visit, drug));
    return List.of(
        candidate(
            List.of(new SupplyView(encounter, drug, earlier), view, person),
            drug.item(),
            new Subject(SubjectKind.PERSON, encounter.head().person().id()),
            encounter.beginMillis(),
            List.of(drug.item(), encounter.id())));
  }

  private static boolean supplied(Encounter visit, ItemTotal drug) {
    List<ItemTotal> items = visit.items();
    for (int i = 0; i < items.size(); i++) {
      ItemTotal item = items.get(i);
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

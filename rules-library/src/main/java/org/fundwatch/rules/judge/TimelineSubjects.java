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

  TimelineSubjects(Encounter encounter, Timeline all) {
    this.encounter = encounter;
    this.all = all;
    this.view = new EncounterView(encounter);
    Settlement head = encounter.head();
    int day = (int) ShanghaiTime.epochDay(encounter.beginMillis());
    this.person = new PersonView(head.person(), day);
    this.context =
        new Context(
            day, head.institution().region(), head.institution().level(), head.insurance().type());
  }

  List<Candidate> encounter() {
    return List.of(candidate(List.of(view, person), encounter.beginMillis(), List.of()));
  }

  /** With each stay before this one that ended within the look-back. */
  List<Candidate> stayPairs(long lookbackMillis) {
    if (!encounter.isStay()) {
      return List.of();
    }
    List<Candidate> pairs = new ArrayList<>();
    for (Encounter earlier : before(lookbackMillis)) {
      if (earlier.isStay()) {
        pairs.add(
            candidate(
                List.of(
                    new EncounterView(earlier),
                    view,
                    new PairView(earlier, encounter, all),
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
    for (Encounter stay : before(0)) {
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
  List<Candidate> supplies(long lookbackMillis) {
    if (encounter.isStay()) {
      return List.of();
    }
    List<Candidate> supplies = new ArrayList<>();
    List<Encounter> visits = null;
    for (ItemTotal drug : encounter.items()) {
      if (drug.supplyDaysE2() > 0 && drug.countE4() > 0) {
        visits = visits == null ? before(lookbackMillis) : visits;
        List<Encounter> earlier =
            visits.stream().filter(visit -> !visit.isStay() && supplied(visit, drug)).toList();
        supplies.add(
            candidate(
                List.of(new SupplyView(encounter, drug, earlier), view, person),
                new Subject(SubjectKind.PERSON, encounter.head().person().id()),
                encounter.beginMillis(),
                List.of(drug.item(), encounter.id())));
      }
    }
    return supplies;
  }

  private static boolean supplied(Encounter visit, ItemTotal drug) {
    return visit.items().stream()
        .anyMatch(item -> item.item().equals(drug.item()) && item.supplyDaysE2() > 0);
  }

  // In the timeline's own order, so that of two encounters exactly one is the later.
  private List<Encounter> before(long lookbackMillis) {
    List<Encounter> before = new ArrayList<>();
    for (Encounter other : all.encounters()) {
      if (other.id().equals(encounter.id())) {
        break;
      }
      if (other.endMillis() >= encounter.beginMillis() - lookbackMillis) {
        before.add(other);
      }
    }
    return before;
  }

  private Candidate candidate(List<Object> variables, long fromMillis, List<String> anchors) {
    return candidate(
        variables, new Subject(SubjectKind.ENCOUNTER, encounter.id()), fromMillis, anchors);
  }

  private Candidate candidate(
      List<Object> variables, Subject subject, long fromMillis, List<String> anchors) {
    Settlement head = encounter.head();
    return new Candidate(
        variables,
        context,
        MedType.of(head.medType()),
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

package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.NetLines;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.compile.Context;
import org.fundwatch.rules.schema.ItemDayView;
import org.fundwatch.rules.schema.LineView;
import org.fundwatch.rules.schema.PersonView;
import org.fundwatch.rules.schema.SettlementView;

/** The subjects of one settlement: its lines, and its items by day. */
final class SettlementSubjects {

  private final Settlement settlement;
  private final List<FeeLine> lines;
  private final SettlementView view;
  private final MedType visit;
  private final Codes codes;

  private final Context context;
  private final PersonView person;

  // Of the line at hand: lines come in runs of one day.
  private Context lineContext;
  private PersonView linePerson;

  SettlementSubjects(Settlement settlement) {
    this.settlement = settlement;
    this.lines = NetLines.of(settlement.lines()).charged();
    this.view = new SettlementView(settlement, lines);
    this.visit = MedType.of(settlement.medType());
    this.codes = Codes.of(settlement);
    int day = (int) ShanghaiTime.epochDay(settlement.settledMillis());
    this.context = context(settlement, day);
    this.person = new PersonView(settlement.person(), day);
    this.lineContext = context;
    this.linePerson = person;
  }

  /** The group of visits that the settlement belongs to. */
  MedType visit() {
    return visit;
  }

  /** When and where it was settled. */
  Context context() {
    return context;
  }

  /** What its rules are indexed by. */
  Codes codes() {
    return codes;
  }

  List<Candidate> settlement() {
    return List.of(
        new Candidate(
            List.of(view, person),
            context,
            visit,
            "",
            codes,
            frame(
                settlement.beginMillis(),
                settlement.endMillis(),
                "",
                () -> List.of(settlement.settlementId()))));
  }

  /** Its lines of which something remains after refunds. */
  List<FeeLine> lines() {
    return lines;
  }

  List<Candidate> line(FeeLine line) {
    return List.of(
        candidate(new LineView(line), line, line.occurredMillis(), () -> List.of(line.id())));
  }

  /** Its items by day. */
  List<ItemDayView> itemDays() {
    Map<Integer, Map<String, List<FeeLine>>> byDay = new LinkedHashMap<>();
    for (FeeLine line : lines) {
      byDay
          .computeIfAbsent(
              (int) ShanghaiTime.epochDay(line.occurredMillis()), day -> new LinkedHashMap<>())
          .computeIfAbsent(line.item(), item -> new ArrayList<>(1))
          .add(line);
    }
    List<ItemDayView> itemDays = new ArrayList<>();
    byDay.forEach(
        (day, items) -> {
          Map<String, ItemDayView> sameDay = new LinkedHashMap<>();
          items.forEach((item, of) -> sameDay.put(item, new ItemDayView(of, sameDay, day)));
          itemDays.addAll(sameDay.values());
        });
    return itemDays;
  }

  List<Candidate> itemDay(ItemDayView itemDay) {
    List<FeeLine> of = itemDay.lines();
    FeeLine first = of.get(0);
    return List.of(
        candidate(
            itemDay,
            first,
            of.get(of.size() - 1).occurredMillis(),
            () ->
                List.of(
                    settlement.settlementId(),
                    first.item(),
                    ShanghaiTime.formatDay(itemDay.epochDay()))));
  }

  /** When and where a line was charged. */
  Context contextOf(FeeLine line) {
    int day = (int) ShanghaiTime.epochDay(line.occurredMillis());
    if (lineContext.day() != day) {
      lineContext = context(settlement, day);
      linePerson = new PersonView(settlement.person(), day);
    }
    return lineContext;
  }

  private Candidate candidate(
      Object subject, FeeLine first, long toMillis, Supplier<List<String>> anchors) {
    Context on = contextOf(first);
    return new Candidate(
        List.of(subject, view, linePerson),
        on,
        visit,
        first.item(),
        codes,
        frame(first.occurredMillis(), toMillis, first.doctor(), anchors));
  }

  private Supplier<Candidate.Frame> frame(
      long from, long to, String doctor, Supplier<List<String>> anchors) {
    return () ->
        new Candidate.Frame(
            new Subject(SubjectKind.ENCOUNTER, settlement.encounterId()),
            anchors.get(),
            from,
            to,
            settlement.institution(),
            doctor.isEmpty() ? settlement.doctor() : doctor,
            settlement.person().id(),
            settlement.insurance().type());
  }

  private static Context context(Settlement settlement, int day) {
    return new Context(
        day,
        settlement.institution().region(),
        settlement.institution().level(),
        settlement.insurance().type());
  }
}

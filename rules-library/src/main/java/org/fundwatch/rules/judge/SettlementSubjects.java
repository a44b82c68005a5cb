package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.FeeLine;
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

  // Of the day at hand: lines come in runs of one day.
  private Context context;
  private PersonView person;

  SettlementSubjects(Settlement settlement) {
    this.settlement = settlement;
    this.lines = NetLines.of(settlement.lines());
    this.view = new SettlementView(settlement, lines);
    this.visit = MedType.of(settlement.medType());
    this.codes = Codes.of(settlement);
    int day = (int) ShanghaiTime.epochDay(settlement.settledMillis());
    this.context = context(settlement, day);
    this.person = new PersonView(settlement.person(), day);
  }

  /** The group of visits that the settlement belongs to. */
  MedType visit() {
    return visit;
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

  /** Lines of wanted items. */
  List<Candidate> lines(Predicate<String> wanted) {
    List<Candidate> candidates = new ArrayList<>(0);
    for (FeeLine line : lines) {
      if (!wanted.test(line.item())) {
        continue;
      }
      int day = (int) ShanghaiTime.epochDay(line.occurredMillis());
      candidates.add(
          candidate(
              new LineView(line),
              line.item(),
              day,
              line.occurredMillis(),
              line.occurredMillis(),
              line.doctor(),
              () -> List.of(line.id())));
    }
    return candidates;
  }

  /** Wanted items by day. */
  List<Candidate> itemDays(Predicate<String> wanted) {
    boolean none = true;
    for (FeeLine line : lines) {
      none &= !wanted.test(line.item());
    }
    if (none) {
      return List.of();
    }
    Map<Integer, Map<String, List<FeeLine>>> byDay = new LinkedHashMap<>();
    for (FeeLine line : lines) {
      byDay
          .computeIfAbsent(
              (int) ShanghaiTime.epochDay(line.occurredMillis()), day -> new LinkedHashMap<>())
          .computeIfAbsent(line.item(), item -> new ArrayList<>(1))
          .add(line);
    }
    List<Candidate> candidates = new ArrayList<>();
    byDay.forEach(
        (day, items) -> {
          Map<String, ItemDayView> sameDay = new LinkedHashMap<>();
          items.forEach((item, of) -> sameDay.put(item, new ItemDayView(of, sameDay, day)));
          sameDay.forEach(
              (item, itemDay) -> {
                if (!wanted.test(item)) {
                  return;
                }
                FeeLine first = itemDay.lines().get(0);
                candidates.add(
                    candidate(
                        itemDay,
                        item,
                        day,
                        first.occurredMillis(),
                        itemDay.lines().get(itemDay.lines().size() - 1).occurredMillis(),
                        first.doctor(),
                        () ->
                            List.of(settlement.settlementId(), item, ShanghaiTime.formatDay(day))));
              });
        });
    return candidates;
  }

  private Candidate candidate(
      Object subject,
      String item,
      int day,
      long from,
      long to,
      String doctor,
      Supplier<List<String>> anchors) {
    if (context.day() != day) {
      context = context(settlement, day);
      person = new PersonView(settlement.person(), day);
    }
    return new Candidate(
        List.of(subject, view, person),
        context,
        visit,
        item,
        codes,
        frame(from, to, doctor, anchors));
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

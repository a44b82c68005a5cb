package org.fundwatch.streaming.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.alerting.AlertDesk;
import org.fundwatch.streaming.alerting.AlertNotice;
import org.fundwatch.streaming.alerting.GateDesk;
import org.fundwatch.streaming.alerting.GateNotice;
import org.fundwatch.streaming.job.Desks;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.pack.PackDesk;
import org.fundwatch.streaming.period.PeriodDesk;
import org.fundwatch.streaming.period.PeriodKind;
import org.fundwatch.streaming.period.VisitChange;
import org.fundwatch.streaming.person.PersonDesk;

/**
 * All desks behind one another in one thread, without a cluster: milliseconds instead of seconds.
 * Periods are judged at random moments in between, and at the end.
 */
public final class Line {

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration ALERTS = Desks.RETENTION.multipliedBy(4);
  private static final long LATE = Duration.ofMinutes(1).toMillis();

  private final Desk<SettlementEvent> persons;
  private final Period doctors;
  private final Period institutions;
  private final Period months;
  private final Desk<PackChange> packs;
  private final KeyedOneInputStreamOperatorTestHarness<String, FindingChange, GateNotice> gates;
  private final KeyedTwoInputStreamOperatorTestHarness<String, SubjectChanges, AlertNotice, Alert>
      alerts;
  private final UnaryOperator<SubjectChanges> wire;
  private int noticesSeen;
  private int packsSeen;
  private long clock;

  private Line(PersonDesk desk, Judge.Maker maker, UnaryOperator<SubjectChanges> wire)
      throws Exception {
    this.wire = wire;
    persons = Desk.ofEvents(desk);
    doctors = new Period(PeriodKind.DOCTOR, PersonDesk.DOCTOR_VISITS, maker);
    institutions = new Period(PeriodKind.INSTITUTION, PersonDesk.INSTITUTION_VISITS, maker);
    months = new Period(PeriodKind.INSTITUTION_MONTH, PersonDesk.INSTITUTION_MONTH_VISITS, maker);
    packs = Desk.open(new PackDesk(maker, Desks.RETENTION), PackChange::code);
    gates =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new GateDesk(ALERTS)),
            change -> change.finding().institution().code(),
            Types.STRING);
    gates.open();
    alerts =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new AlertDesk(ALERTS)),
            SubjectChanges::subject,
            AlertNotice::subject,
            Types.STRING);
    alerts.open();
  }

  /**
   * The last version of every alert, by id.
   *
   * @param events as they are behind the intake, in order of arrival
   * @param horizon of the person desk
   * @param seed when periods are judged in between
   */
  public static SortedMap<String, Alert> run(
      List<SettlementEvent> events, Judge.Maker maker, Duration horizon, long seed)
      throws Exception {
    return last(versions(events, maker, horizon, seed));
  }

  /** Every version of every alert, in order. */
  public static List<Alert> versions(
      List<SettlementEvent> events, Judge.Maker maker, Duration horizon, long seed)
      throws Exception {
    return versions(events, new PersonDesk(maker, horizon), maker, UnaryOperator.identity(), seed);
  }

  /**
   * The same with another person desk, and with what is said to the alert desk changed on its way.
   */
  public static SortedMap<String, Alert> run(
      List<SettlementEvent> events,
      PersonDesk persons,
      Judge.Maker maker,
      UnaryOperator<SubjectChanges> wire,
      long seed)
      throws Exception {
    return last(versions(events, persons, maker, wire, seed));
  }

  private static SortedMap<String, Alert> last(List<Alert> versions) {
    SortedMap<String, Alert> last = new TreeMap<>();
    versions.forEach(alert -> last.put(alert.id(), alert));
    return last;
  }

  private static List<Alert> versions(
      List<SettlementEvent> events,
      PersonDesk persons,
      Judge.Maker maker,
      UnaryOperator<SubjectChanges> wire,
      long seed)
      throws Exception {
    Random random = new Random(seed);
    Line line = new Line(persons, maker, wire);
    try {
      for (SettlementEvent event : events) {
        line.send(event);
        if (random.nextInt(5) == 0) {
          line.judgePeriods();
        }
      }
      line.judgePeriods();
      return List.copyOf(line.alerts.extractOutputValues());
    } finally {
      line.close();
    }
  }

  private void send(SettlementEvent event) throws Exception {
    persons.send(event);
    toAlerts(persons.changes());
    doctors.take();
    institutions.take();
    months.take();
    List<PackChange> changes = persons.side(PersonDesk.PACKS);
    for (PackChange change : changes.subList(packsSeen, changes.size())) {
      packs.send(change);
    }
    packsSeen = changes.size();
    toAlerts(packs.changes());
  }

  private void judgePeriods() throws Exception {
    clock += LATE;
    for (Period period : List.of(months, doctors, institutions)) {
      period.desk.clock(clock);
      toAlerts(period.desk.changes());
    }
  }

  private void toAlerts(List<SubjectChanges> changes) throws Exception {
    for (SubjectChanges said : changes) {
      SubjectChanges change = wire.apply(said);
      List<FindingChange> concerning = new ArrayList<>();
      GateDesk.concerning(change, new ListCollector<>(concerning));
      for (FindingChange one : concerning) {
        gates.processElement(new StreamRecord<>(one, 0));
      }
      alerts.processElement1(new StreamRecord<>(change, 0));
    }
    List<GateNotice> notices = gates.extractOutputValues();
    for (GateNotice notice : notices.subList(noticesSeen, notices.size())) {
      alerts.processElement2(new StreamRecord<>(AlertNotice.of(notice), 0));
    }
    noticesSeen = notices.size();
  }

  private void close() throws Exception {
    persons.close();
    doctors.desk.close();
    institutions.desk.close();
    months.desk.close();
    packs.close();
    gates.close();
    alerts.close();
  }

  private final class Period {
    private final Desk<VisitChange> desk;
    private final OutputTag<VisitChange> visits;
    private int seen;

    Period(PeriodKind kind, OutputTag<VisitChange> visits, Judge.Maker maker) throws Exception {
      this.visits = visits;
      this.desk = Desk.open(new PeriodDesk(kind, maker, Desks.RETENTION, PAUSE), VisitChange::key);
    }

    void take() throws Exception {
      List<VisitChange> changes = persons.side(visits);
      for (VisitChange change : changes.subList(seen, changes.size())) {
        desk.send(change);
      }
      seen = changes.size();
    }
  }
}

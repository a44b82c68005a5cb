package org.fundwatch.streaming.job;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.alerting.AlertDesk;
import org.fundwatch.streaming.alerting.AlertNotice;
import org.fundwatch.streaming.alerting.AlertNoticeCodec;
import org.fundwatch.streaming.alerting.GateDesk;
import org.fundwatch.streaming.alerting.GateNotice;
import org.fundwatch.streaming.alerting.GateNoticeCodec;
import org.fundwatch.streaming.codec.AlertCodec;
import org.fundwatch.streaming.codec.FindingChangeCodec;
import org.fundwatch.streaming.codec.SettlementEventCodec;
import org.fundwatch.streaming.intake.Intake;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.judging.DeskOperator;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.judging.SubjectChangesCodec;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.pack.PackDesk;
import org.fundwatch.streaming.period.PeriodDesk;
import org.fundwatch.streaming.period.PeriodKind;
import org.fundwatch.streaming.period.VisitChange;
import org.fundwatch.streaming.person.PersonDesk;
import org.fundwatch.streaming.person.PersonInput;
import org.fundwatch.streaming.person.PersonInputCodec;
import org.fundwatch.streaming.row.RowRequest;

/**
 * The job's operators and the streams between them; it only wires. A uid is for ever: state is
 * found again by it.
 */
public final class Topology {

  private Topology() {}

  /** Adds the job to an environment. */
  public static void build(
      StreamExecutionEnvironment env, Inputs inputs, Outputs outputs, Desks desks) {
    DataStream<RawEvent> raw = inputs.settlements(env);
    DataStream<String> rules = inputs.ruleSets(env);

    SingleOutputStreamOperator<SettlementEvent> events =
        raw.process(new Intake(desks.intake()), SettlementEventCodec.TYPE)
            .uid("intake")
            .name("intake");

    SingleOutputStreamOperator<SubjectChanges> persons =
        desk(
            toPersons(events, inputs.rowRequests(env)).keyBy(PersonInput::person),
            rules,
            new PersonDesk(desks.maker(), desks.retention()),
            "person-desk");
    SingleOutputStreamOperator<SubjectChanges> doctors =
        periods(persons, rules, desks, PeriodKind.DOCTOR, PersonDesk.DOCTOR_VISITS, "doctor-desk");
    SingleOutputStreamOperator<SubjectChanges> institutions =
        periods(
            persons,
            rules,
            desks,
            PeriodKind.INSTITUTION,
            PersonDesk.INSTITUTION_VISITS,
            "institution-desk");
    SingleOutputStreamOperator<SubjectChanges> months =
        periods(
            persons,
            rules,
            desks,
            PeriodKind.INSTITUTION_MONTH,
            PersonDesk.INSTITUTION_MONTH_VISITS,
            "institution-month-desk");
    SingleOutputStreamOperator<SubjectChanges> packs =
        desk(
            persons.getSideOutput(PersonDesk.PACKS).keyBy(PackChange::code),
            rules,
            new PackDesk(desks.maker(), desks.retention()),
            "pack-desk");

    DataStream<SubjectChanges> found = persons.union(doctors, institutions, months, packs);
    DataStream<SubjectChanges> changes =
        inputs.backfill(env).<DataStream<SubjectChanges>>map(found::union).orElse(found);
    DataStream<GateNotice> gates =
        changes
            .flatMap(GateDesk::concerning, FindingChangeCodec.TYPE)
            .uid("gated-findings")
            .name("gated findings")
            .keyBy(change -> change.finding().institution().code())
            .process(new GateDesk(desks.alertRetention()), GateNoticeCodec.TYPE)
            .uid("gate-desk")
            .name("gate desk");

    changes
        .keyBy(SubjectChanges::subject)
        .connect(notices(gates, inputs.published(env)).keyBy(AlertNotice::subject))
        .process(new AlertDesk(desks.alertRetention()), AlertCodec.TYPE)
        .uid("alert-desk")
        .name("alert desk")
        .sinkTo(outputs.alerts())
        .uid("alerts")
        .name("alerts");
    events
        .getSideOutput(Intake.DEAD_LETTERS)
        .sinkTo(outputs.deadLetters())
        .uid("dead-letters")
        .name("dead letters");
    persons
        .getSideOutput(RuleDesk.REPORTS)
        .union(
            doctors.getSideOutput(RuleDesk.REPORTS),
            institutions.getSideOutput(RuleDesk.REPORTS),
            months.getSideOutput(RuleDesk.REPORTS),
            packs.getSideOutput(RuleDesk.REPORTS))
        .sinkTo(outputs.reports())
        .uid("desk-reports")
        .name("desk reports");
    outputs
        .rows()
        .ifPresent(rows -> rows(rows, persons, List.of(doctors, institutions, months, packs)));
  }

  private static DataStream<PersonInput> toPersons(
      DataStream<SettlementEvent> events, Optional<DataStream<RowRequest>> requests) {
    DataStream<PersonInput> happened =
        events
            .map(PersonInput.Happened::new, PersonInputCodec.TYPE)
            .uid("happened")
            .name("happened");
    if (requests.isEmpty()) {
      return happened;
    }
    return happened.union(
        requests
            .get()
            .map(PersonInput.Asked::new, PersonInputCodec.TYPE)
            .uid("asked")
            .name("asked"));
  }

  private static void rows(
      Outputs.Rows rows,
      SingleOutputStreamOperator<SubjectChanges> persons,
      List<SingleOutputStreamOperator<SubjectChanges>> others) {
    persons
        .getSideOutput(PersonDesk.ROWS)
        .sinkTo(rows.sent())
        .uid("settlement-rows")
        .name("settlement rows");
    others.stream()
        .<DataStream<RowRequest>>map(desk -> desk.getSideOutput(RuleDesk.ROW_REQUESTS))
        .reduce(DataStream::union)
        .orElseThrow()
        .sinkTo(rows.requests())
        .uid("requested-rows")
        .name("requested rows");
  }

  private static DataStream<AlertNotice> notices(
      DataStream<GateNotice> gates, Optional<DataStream<Alert>> published) {
    DataStream<AlertNotice> notices =
        gates
            .map(AlertNotice::of, AlertNoticeCodec.TYPE)
            .uid("gates-for-alerts")
            .name("gates for alerts");
    if (published.isEmpty()) {
      return notices;
    }
    return notices.union(
        published
            .get()
            .map(AlertNotice::of, AlertNoticeCodec.TYPE)
            .uid("published-for-alerts")
            .name("published for alerts"));
  }

  private static SingleOutputStreamOperator<SubjectChanges> periods(
      SingleOutputStreamOperator<SubjectChanges> persons,
      DataStream<String> rules,
      Desks desks,
      PeriodKind kind,
      OutputTag<VisitChange> visits,
      String name) {
    return desk(
        persons.getSideOutput(visits).keyBy(VisitChange::key),
        rules,
        new PeriodDesk(kind, desks.maker(), desks.retention(), desks.pause(kind)),
        name);
  }

  private static <I> SingleOutputStreamOperator<SubjectChanges> desk(
      KeyedStream<I, String> input, DataStream<String> rules, RuleDesk<I> desk, String uid) {
    String name = uid.replace('-', ' ');
    // In batch the rules come before all else, by an operator of Flink's own.
    return input.getExecutionEnvironment().getConfiguration().get(ExecutionOptions.RUNTIME_MODE)
            == RuntimeExecutionMode.BATCH
        ? input
            .connect(rules.broadcast(RuleDesk.rules()))
            .process(desk, CHANGES)
            .uid(uid)
            .name(name)
        : input
            .connect(rules.broadcast())
            .transform(name, CHANGES, new DeskOperator<>(desk))
            .uid(uid);
  }

  private static final TypeInformation<SubjectChanges> CHANGES = SubjectChangesCodec.TYPE;
}

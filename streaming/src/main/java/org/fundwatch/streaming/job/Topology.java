package org.fundwatch.streaming.job;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.alerting.AlertDesk;
import org.fundwatch.streaming.day.DayDesk;
import org.fundwatch.streaming.day.DayKind;
import org.fundwatch.streaming.day.VisitChange;
import org.fundwatch.streaming.intake.Intake;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.pack.PackDesk;
import org.fundwatch.streaming.person.PersonDesk;

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
    BroadcastStream<String> rules = inputs.ruleSets(env).broadcast(RuleDesk.rules());

    SingleOutputStreamOperator<SettlementEvent> events =
        raw.process(new Intake(desks.intake()), TypeInformation.of(SettlementEvent.class))
            .uid("intake")
            .name("intake");

    SingleOutputStreamOperator<SubjectChanges> persons =
        desk(
            events
                .keyBy(event -> event.settlement().person().id())
                .connect(rules)
                .process(new PersonDesk(desks.maker(), desks.retention()), CHANGES),
            "person-desk");
    SingleOutputStreamOperator<SubjectChanges> doctors =
        desk(
            persons
                .getSideOutput(PersonDesk.DOCTOR_VISITS)
                .keyBy(VisitChange::key)
                .connect(rules)
                .process(
                    new DayDesk(DayKind.DOCTOR, desks.maker(), desks.retention(), desks.dayPause()),
                    CHANGES),
            "doctor-desk");
    SingleOutputStreamOperator<SubjectChanges> institutions =
        desk(
            persons
                .getSideOutput(PersonDesk.INSTITUTION_VISITS)
                .keyBy(VisitChange::key)
                .connect(rules)
                .process(
                    new DayDesk(
                        DayKind.INSTITUTION, desks.maker(), desks.retention(), desks.dayPause()),
                    CHANGES),
            "institution-desk");
    SingleOutputStreamOperator<SubjectChanges> packs =
        desk(
            persons
                .getSideOutput(PersonDesk.PACKS)
                .keyBy(PackChange::code)
                .connect(rules)
                .process(new PackDesk(desks.maker(), desks.retention()), CHANGES),
            "pack-desk");

    persons
        .union(doctors, institutions, packs)
        .keyBy(SubjectChanges::subject)
        .process(new AlertDesk(desks.retention()), TypeInformation.of(Alert.class))
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
            packs.getSideOutput(RuleDesk.REPORTS))
        .sinkTo(outputs.reports())
        .uid("desk-reports")
        .name("desk reports");
  }

  private static SingleOutputStreamOperator<SubjectChanges> desk(
      SingleOutputStreamOperator<SubjectChanges> operator, String name) {
    return operator.uid(name).name(name.replace('-', ' '));
  }

  private static final TypeInformation<SubjectChanges> CHANGES =
      TypeInformation.of(SubjectChanges.class);
}

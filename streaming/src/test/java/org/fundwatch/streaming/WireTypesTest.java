package org.fundwatch.streaming;

import org.apache.flink.types.PojoTestUtils;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.alerting.GateNotice;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.pack.PackState;
import org.fundwatch.streaming.period.PeriodFindings;
import org.fundwatch.streaming.period.VisitChange;
import org.fundwatch.streaming.person.PersonState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that travels between tasks or lies in state has a serializer that can evolve. */
class WireTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        RawEvent.class,
        SettlementEvent.class,
        SubjectChanges.class,
        FindingChange.class,
        VisitChange.class,
        PackChange.class,
        DeadLetter.class,
        DeskReport.class,
        Alert.class,
        DataGate.class,
        GateNotice.class,
        PersonState.class,
        PackState.class,
        PeriodFindings.class
      })
  void wireAndStateTypes_arePojosWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}

package org.fundwatch.streaming.testing;

import java.util.stream.Stream;
import org.fundwatch.streaming.alerting.AlertNoticeCodec;
import org.fundwatch.streaming.alerting.GateNoticeCodec;
import org.fundwatch.streaming.codec.AlertCodec;
import org.fundwatch.streaming.codec.DataGateCodec;
import org.fundwatch.streaming.codec.FindingChangeCodec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.SettlementEventCodec;
import org.fundwatch.streaming.intake.DeadLetterCodec;
import org.fundwatch.streaming.intake.RawEventCodec;
import org.fundwatch.streaming.judging.DeskReportCodec;
import org.fundwatch.streaming.judging.SubjectChangesCodec;
import org.fundwatch.streaming.pack.PackChangeCodec;
import org.fundwatch.streaming.pack.PackStateCodec;
import org.fundwatch.streaming.period.PeriodFindingsCodec;
import org.fundwatch.streaming.period.VisitChangeCodec;
import org.fundwatch.streaming.person.PersonInputCodec;
import org.fundwatch.streaming.person.PersonStateCodec;
import org.fundwatch.streaming.row.RowRequestCodec;
import org.fundwatch.streaming.row.SettlementRowCodec;

/** Everything that travels between tasks or lies in state. */
public final class Records {

  private Records() {}

  /** Their types. */
  public static Stream<RecordType<?>> all() {
    return Stream.of(
        RawEventCodec.TYPE,
        SettlementEventCodec.TYPE,
        SubjectChangesCodec.TYPE,
        VisitChangeCodec.TYPE,
        PackChangeCodec.TYPE,
        DeadLetterCodec.TYPE,
        DeskReportCodec.TYPE,
        FindingChangeCodec.TYPE,
        DataGateCodec.TYPE,
        GateNoticeCodec.TYPE,
        AlertCodec.TYPE,
        AlertNoticeCodec.TYPE,
        PersonInputCodec.TYPE,
        PersonStateCodec.TYPE,
        PackStateCodec.TYPE,
        PeriodFindingsCodec.TYPE,
        RowRequestCodec.TYPE,
        SettlementRowCodec.TYPE);
  }
}

package org.fundwatch.domain.json;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.code.CodeSystem;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;

/** Checks that need more than one field of an event. */
final class EventChecks {

  private static final long EARLIEST = ShanghaiTime.parseDateTime("2000-01-01 00:00:00");
  private static final long LATEST = ShanghaiTime.parseDateTime("2100-01-01 00:00:00");
  private static final int EARLIEST_BIRTH = (int) ShanghaiTime.parseDate("1890-01-01");

  private final List<Fault> faults = new ArrayList<>();
  private final boolean nationalCodes;

  private EventChecks(boolean nationalCodes) {
    this.nationalCodes = nationalCodes;
  }

  /** Every fault of the event, in the order of its objects; empty when it is sound. */
  static List<Fault> check(SettlementEvent event) {
    EventChecks checks = new EventChecks(event.settlement().codeSet().isEmpty());
    checks.header(event);
    checks.lists(event.settlement(), event.kind() == EventKind.REVERSED);
    return checks.faults;
  }

  private void header(SettlementEvent event) {
    Settlement s = event.settlement();
    moment("inf_time", event.sentMillis());
    moment("setlinfo.setl_time", s.settledMillis());
    code("setlinfo.fixmedins_code", s.institution().code(), CodeSystem.INSTITUTION);
    code("setlinfo.fix_blng_admdvs", s.institution().region(), CodeSystem.REGION);
    code("setlinfo.insu_admdvs", s.insurance().region(), CodeSystem.REGION);
    code("setlinfo.atddr_no", s.doctor(), CodeSystem.DOCTOR);
    Integer birth = s.person().birthEpochDay();
    if (birth != null
        && (birth < EARLIEST_BIRTH || birth > ShanghaiTime.epochDay(s.settledMillis()))) {
      fault("setlinfo.brdy", "a date (personal, not shown)", "from 1890-01-01 to the settlement");
    }
    boolean byMessage = event.transaction().equals("2601");
    if (byMessage && event.reversesMessageId().isEmpty()) {
      fault("omsgid", "missing", "the message that a 2601 reverses");
    }
    if (event.kind() == EventKind.REVERSED) {
      boolean named = byMessage || Transactions.isOfEncounter(event.transaction());
      if (!named && s.originalSettlementId().isEmpty()) {
        fault("setlinfo.init_setl_id", "missing", "the settlement that is reversed");
      }
    } else if (event.kind() == EventKind.PACKS) {
      if (s.traceCodes().isEmpty()) {
        fault("drugtracinfo", "missing", "the packs handed out or taken back");
      }
    } else {
      notNegative("setlinfo.medfee_sumamt", s.amounts().totalFen());
      notNegative("setlinfo.fund_pay_sumamt", s.amounts().fundFen());
      stay(event);
    }
  }

  private void stay(SettlementEvent event) {
    Settlement s = event.settlement();
    Stay stay = s.stay();
    if (stay == null) {
      if (MedType.of(s.medType()) == MedType.INPATIENT) {
        fault("setlinfo.adm_time", "missing", "the admission of an inpatient settlement");
      }
      return;
    }
    moment("setlinfo.adm_time", stay.admissionMillis());
    Long discharge = stay.dischargeMillis();
    if (discharge == null) {
      if (event.kind() == EventKind.SETTLED && MedType.of(s.medType()) == MedType.INPATIENT) {
        fault("setlinfo.dscg_time", "missing", "the discharge, unless mid_setl_flag is 1");
      }
      return;
    }
    moment("setlinfo.dscg_time", discharge);
    if (discharge < stay.admissionMillis()) {
      fault(
          "setlinfo.dscg_time",
          ShanghaiTime.format(discharge),
          "not before adm_time " + ShanghaiTime.format(stay.admissionMillis()));
    }
  }

  private void lists(Settlement s, boolean reversed) {
    for (int i = 0; i < s.diagnoses().size(); i++) {
      Diagnosis diagnosis = s.diagnoses().get(i);
      code("diseinfo[" + i + "].diag_code", diagnosis.code(), CodeSystem.DIAGNOSIS);
    }
    for (int i = 0; i < s.operations().size(); i++) {
      Operation operation = s.operations().get(i);
      code("oprninfo[" + i + "].oprn_oprt_code", operation.code(), CodeSystem.OPERATION);
      code("oprninfo[" + i + "].oper_dr_code", operation.surgeon(), CodeSystem.DOCTOR);
    }
    for (int i = 0; i < s.lines().size(); i++) {
      line("feedetail[" + i + "]", s.lines().get(i), reversed);
    }
    for (int i = 0; i < s.traceCodes().size(); i++) {
      TraceCode trace = s.traceCodes().get(i);
      code("drugtracinfo[" + i + "].drug_trac_codg", trace.code(), CodeSystem.TRACE_CODE);
      code("drugtracinfo[" + i + "].med_list_codg", trace.item(), CodeSystem.ITEM);
      moment("drugtracinfo[" + i + "].sel_retn_time", trace.soldMillis());
    }
  }

  private void line(String path, FeeLine line, boolean reversed) {
    moment(path + ".fee_ocur_time", line.occurredMillis());
    code(path + ".med_list_codg", line.item(), CodeSystem.ITEM);
    code(path + ".bilg_dr_codg", line.doctor(), CodeSystem.DOCTOR);
    notNegative(path + ".pric", line.priceE6());
    boolean refund = reversed || !line.originalId().isEmpty();
    if (!refund && line.countE4() < 0) {
      fault(path + ".cnt", "a negative count", "not negative unless init_feedetl_sn is given");
    }
    if (!refund && line.amountFen() < 0) {
      fault(
          path + ".det_item_fee_sumamt",
          "a negative amount",
          "not negative unless init_feedetl_sn is given");
    }
  }

  private void code(String path, String code, CodeSystem system) {
    if (nationalCodes && !code.isEmpty() && !system.matches(code)) {
      fault(path, ObjectReader.shown(code, false), system.allowed());
    }
  }

  private void moment(String path, long millis) {
    if (millis < EARLIEST || millis >= LATEST) {
      fault(path, ShanghaiTime.format(millis), "a time from the year 2000 to 2099");
    }
  }

  private void notNegative(String path, long value) {
    if (value < 0) {
      fault(path, "a negative number", "not negative unless the settlement is reversed");
    }
  }

  private void fault(String path, String found, String allowed) {
    faults.add(new Fault(path, found, allowed));
  }
}

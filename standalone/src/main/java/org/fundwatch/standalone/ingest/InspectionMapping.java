package org.fundwatch.standalone.ingest;

import java.util.List;
import java.util.Map;
import org.fundwatch.domain.code.CodeSystem;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.tables.Row;
import org.fundwatch.standalone.tables.TableJoin;

/** How rows of the flying-inspection tables become events of the national interface. */
final class InspectionMapping {

  private static final String UNKNOWN_INSURANCE = "OTHER";
  private static final int MAX_ID = 30;

  // In this order: the first that is found counts.
  private static final List<Word> STAY_WORDS =
      List.of(
          new Word("日间", "28"), new Word("生育", "52"), new Word("外伤", "22"), new Word("急诊", "24"));
  private static final List<Word> VISIT_WORDS =
      List.of(new Word("急诊", "13"), new Word("生育", "51"), new Word("慢", "14"), new Word("特", "14"));

  /** A word in a claim type and the national code that it stands for. */
  private record Word(String text, String medType) {}

  private final boolean stays;
  private final boolean nationalDischarge;

  private InspectionMapping(boolean stays, boolean nationalDischarge) {
    this.stays = stays;
    this.nationalDischarge = nationalDischarge;
  }

  static InspectionMapping ofStays(boolean nationalDischarge) {
    return new InspectionMapping(true, nationalDischarge);
  }

  static InspectionMapping ofVisits() {
    return new InspectionMapping(false, false);
  }

  static Refusal astray(TableJoin.Joined.Astray astray) {
    Row row = astray.row();
    return astray.duplicate()
        ? new Refusal(row.file(), row.line(), "HISID", "a HISID seen before", "each HISID once")
        : new Refusal(
            row.file(),
            row.line(),
            "HISID",
            "a HISID without settlement",
            "a HISID of the settlement table");
  }

  /** The event of a settlement row and the rows that belong to it. */
  SourceRecord event(Row head, Map<String, List<Row>> children) {
    boolean reversed = head.get("REFUND_FLAG_TYPE").equals("1");
    if (reversed && head.get("REFUND_HISID").isEmpty()) {
      // Its counterpart, which names it, then reverses what is not there: together they are
      // nothing.
      return SourceRecord.refused(
          new Refusal(
              head.file(), head.line(), "REFUND_HISID", "missing", "the HISID that is refunded"));
    }
    if (stays && !nationalDischarge && head.get("DISCHARGE_STATUS").equals("5")) {
      return SourceRecord.refused(
          new Refusal(
              head.file(),
              head.line(),
              "DISCHARGE_STATUS",
              "\"5\"",
              "1, 2, 3, 4 or 9 of the list (--discharge national for the national dictionary)"));
    }
    EventDraft draft = new EventDraft(head);
    String hospital = head.get("HOSPITAL_ID");
    draft
        .envelope()
        .put("infno", transaction(hospital.startsWith("P"), reversed))
        .put("msgid", NationalText.messageId("HT", hospital, head.get("HISID")))
        .take("inf_time", "BILL_DATE", NationalText::moment);
    EventDraft.Part settlement = draft.object("setlinfo");
    identify(settlement, head, reversed);
    amounts(settlement, head);
    if (stays) {
      stay(settlement, head);
    }
    InspectionChildren rows = new InspectionChildren(draft, stays);
    rows.diagnoses(children.getOrDefault("SETTLE_ZY_DIAGNOSIS", List.of(head)));
    rows.operations(children.getOrDefault("MDCS_FUND_SETL_LIST_OPRN_D", List.of()));
    rows.lines(children.getOrDefault(stays ? "SETTLE_ZY_DETAIL" : "SETTLE_MZ_DETAIL", List.of()));
    return draft.finish();
  }

  private String transaction(boolean pharmacy, boolean reversed) {
    if (pharmacy) {
      return reversed ? "2103" : "2102";
    }
    return stays ? (reversed ? "2305" : "2304") : (reversed ? "2208" : "2207");
  }

  private void identify(EventDraft.Part settlement, Row head, boolean reversed) {
    String hospital = head.get("HOSPITAL_ID");
    settlement
        .take("setl_id", "HISID", id -> unique(hospital, id))
        .takeFirst("mdtrt_id", id -> unique(hospital, id), stays ? "ZYH" : "MZH", "HISID")
        .takeFirst("psn_no", id -> id, "SOCIAL_ID", "ID_CARD")
        .take("psn_name", "PATIENT_NAME")
        .take("certno", "ID_CARD")
        .take("gend", "PATIENT_GENDER", NationalText::gender)
        .take("brdy", "PATIENT_BIRTHDAY", NationalText::day)
        .take("psn_type", "BENEFIT_GROUP_ID")
        .take("fixmedins_code", "HOSPITAL_ID")
        .take("fixmedins_name", "HOSPITAL_NAME")
        .take("setl_time", "BILL_DATE", NationalText::moment)
        .put("med_type", medType(head.get("CLAIM_TYPE")))
        .put("insutype", insurance(head.get("BENEFIT_TYPE")))
        .put("p_level", head.get("P_LEVEL"))
        .put("if_local_flag", head.get("IF_LOCAL_FLAG"))
        .put("medical_insurance_flag", head.get("MEDICAL_INSURANCE_FLAG"));
    if (CodeSystem.INSTITUTION.matches(hospital)) {
      settlement.put("fix_blng_admdvs", hospital.substring(1, 7));
    } else {
      settlement.put("fix_blng_admdvs", "000000"); // the code itself is refused
    }
    if (head.get("SOCIAL_ID").isEmpty() && head.get("ID_CARD").isEmpty()) {
      settlement.take("psn_no", "PATIENT_ID", id -> unique(hospital, id));
    }
    InspectionChildren.doctor(settlement, head, "atddr_no");
    if (reversed) {
      settlement.take("init_setl_id", "REFUND_HISID", id -> unique(hospital, id));
    }
  }

  /** A hospital's own short number is made unique by the hospital's code. */
  private static String unique(String hospital, String id) {
    return hospital.length() + 1 + id.length() <= MAX_ID ? hospital + "-" + id : id;
  }

  private static void amounts(EventDraft.Part settlement, Row head) {
    settlement
        .take("medfee_sumamt", "TOTAL_AMOUNT", NationalText::money)
        .take("fund_pay_sumamt", "BMI_PAY_AMOUNT", NationalText::money)
        .take("psn_cash_pay", "CASH", NationalText::money)
        .take("acct_pay", "SELF_PAY_AMOUNT", NationalText::money)
        .take("fulamt_ownpay_amt", "SELF_PAY_OUT", NationalText::money)
        .take("inscp_scp_amt", "BMI_CONVERED_AMOUNT", NationalText::money);
    long cash = fen(head, "CASH");
    long account = fen(head, "SELF_PAY_AMOUNT");
    if (cash != Scaled.INVALID && account != Scaled.INVALID) {
      settlement.put("psn_part_amt", Scaled.toText(cash + account, 2));
    }
  }

  private static long fen(Row row, String column) {
    return Scaled.parse(NationalText.money(row.get(column)), 2);
  }

  private void stay(EventDraft.Part settlement, Row head) {
    settlement
        .take("adm_time", "ADMISSION_DATE", NationalText::moment)
        .take("dscg_time", "DISCHARGE_DATE", text -> discharge(head, text))
        .take("act_ipt_days", "ZYTS")
        .take("adm_caty", "ADMISSION_DEPT_ID")
        .take("dscg_caty", "DISCHARGE_DEPT_ID")
        .take("dscg_way", "DISCHARGE_STATUS", this::dischargeWay)
        .take("medcasno", "ZYH")
        .put("admission_disease_id", head.get("ADMISSION_DISEASE_ID"));
    if (head.get("ZYTS").isEmpty()) {
      settlement.put("act_ipt_days", days(head));
    }
  }

  /** A discharge without a time of day is not before an admission with one on the same day. */
  private static String discharge(Row head, String text) {
    String moment = NationalText.moment(text);
    String admission = NationalText.moment(head.get("ADMISSION_DATE"));
    boolean sameDay = moment.regionMatches(0, admission, 0, 10);
    return NationalText.dayOnly(text) && sameDay ? admission : moment;
  }

  private static String days(Row head) {
    long in = ShanghaiTime.parseDate(NationalText.day(head.get("ADMISSION_DATE")));
    long out = ShanghaiTime.parseDate(NationalText.day(head.get("DISCHARGE_DATE")));
    return in == ShanghaiTime.INVALID || out < in ? "" : Long.toString(Math.max(1, out - in));
  }

  /** The list has 3 against advice and 4 died where the national dictionary has 4 and 5. */
  private String dischargeWay(String status) {
    if (nationalDischarge) {
      return status;
    }
    return switch (status) {
      case "3" -> "4";
      case "4" -> "5";
      default -> status;
    };
  }

  /** A national code is kept; of words only those that change how a visit is judged are known. */
  private String medType(String claim) {
    MedType expected = stays ? MedType.INPATIENT : MedType.OUTPATIENT;
    if (MedType.of(claim) == expected || MedType.of(claim) == MedType.PHARMACY) {
      return claim;
    }
    return (stays ? STAY_WORDS : VISIT_WORDS)
        .stream()
            .filter(word -> claim.contains(word.text()))
            .map(Word::medType)
            .findFirst()
            .orElse(stays ? "21" : "11");
  }

  private static String insurance(String benefit) {
    if (benefit.contains("职工")) {
      return "310";
    }
    if (benefit.contains("居民")) {
      return "390";
    }
    return benefit.isEmpty() ? UNKNOWN_INSURANCE : benefit;
  }
}

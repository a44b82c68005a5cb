package org.fundwatch.standalone.ingest;

import java.util.ArrayList;
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

  private static final Map<String, String> STAY_WORDS =
      Map.of("日间", "28", "生育", "52", "急诊", "24", "外伤", "22");
  private static final Map<String, String> VISIT_WORDS =
      Map.of("急诊", "13", "生育", "51", "慢", "14", "特", "14");
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("床位费", "01"),
          Map.entry("诊察费", "02"),
          Map.entry("检查费", "03"),
          Map.entry("化验费", "04"),
          Map.entry("治疗费", "05"),
          Map.entry("手术费", "06"),
          Map.entry("护理费", "07"),
          Map.entry("卫生材料费", "08"),
          Map.entry("西药费", "09"),
          Map.entry("中药饮片费", "10"),
          Map.entry("中成药费", "11"),
          Map.entry("一般诊疗费", "12"),
          Map.entry("挂号费", "13"),
          Map.entry("其他费", "14"));

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
    diagnoses(draft, children.getOrDefault("SETTLE_ZY_DIAGNOSIS", List.of(head)));
    children
        .getOrDefault("MDCS_FUND_SETL_LIST_OPRN_D", List.of())
        .forEach(row -> operation(draft, row));
    lines(draft, children.getOrDefault(stays ? "SETTLE_ZY_DETAIL" : "SETTLE_MZ_DETAIL", List.of()));
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
    doctor(settlement, head, "atddr_no");
    if (reversed) {
      settlement.take("init_setl_id", "REFUND_HISID", id -> unique(hospital, id));
    }
  }

  /** A hospital's own short number is made unique by the hospital's code. */
  private static String unique(String hospital, String id) {
    return hospital.length() + 1 + id.length() <= MAX_ID ? hospital + "-" + id : id;
  }

  /** A code that is not national is kept under its own name, where no rule takes it for one. */
  private static void doctor(EventDraft.Part part, Row row, String field) {
    String doctor = row.get("DOCTOR_ID");
    if (CodeSystem.DOCTOR.matches(doctor)) {
      part.take(field, "DOCTOR_ID");
    } else {
      part.put("doctor_id", doctor);
    }
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
        .takeFirst("act_ipt_days", text -> text, "ZYTS")
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
        .entrySet().stream()
            .filter(word -> claim.contains(word.getKey()))
            .map(Map.Entry::getValue)
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

  private void diagnoses(EventDraft draft, List<Row> rows) {
    for (Row row : rows) {
      String main = "DISCHARGE_DISEASE_ID_MAIN";
      if (!stays && row.get(main).isEmpty()) {
        main = "ADMISSION_DISEASE_ID";
      }
      diagnosis(draft, row, main, main.replace("_ID", "_NAME"), true);
      for (String column : row.header().names()) {
        if (column.matches("DISCHARGE_DISEASE_ID_(OTHER_?)?\\d*") && !column.endsWith("_ID_")) {
          diagnosis(draft, row, column, column.replace("_ID", "_NAME"), false);
        }
      }
    }
  }

  private static void diagnosis(EventDraft draft, Row row, String code, String name, boolean main) {
    if (!row.get(code).isEmpty()) {
      draft
          .element("diseinfo", row)
          .take("diag_code", code)
          .take("diag_name", name)
          .put("maindiag_flag", main ? "1" : "0");
    }
  }

  private static void operation(EventDraft draft, Row row) {
    EventDraft.Part operation = draft.element("oprninfo", row);
    operation
        .take("oprn_oprt_code", "OPRN_OPRT_CODE")
        .take("oprn_oprt_name", "OPRN_OPRT_NAME")
        .take("oprn_oprt_date", "OPRN_OPRT_DATE", NationalText::day)
        .put("oprn_oprt_type", row.get("MAIN_OPRN_FLAG").equals("1") ? "1" : "2")
        .take("anst_way", "ANST_WAY");
    if (CodeSystem.DOCTOR.matches(row.get("OPER_DR_CODE"))) {
      operation.take("oper_dr_code", "OPER_DR_CODE");
    }
  }

  private void lines(EventDraft draft, List<Row> rows) {
    List<Row> charged = new ArrayList<>();
    for (Row row : rows) {
      EventDraft.Part line = draft.element("feedetail", row);
      line.put("feedetl_sn", lineId(row))
          .takeFirst("fee_ocur_time", NationalText::moment, "USAGE_DATE", "BILLING_TIME")
          .take("med_list_codg", "ITEM_ID")
          .take("medins_list_name", "ITEM_NAME")
          .take("medins_list_codg", "ITEM_ID_HOSP")
          .take("med_chrgitm_type", "P_CATEGORY", InspectionMapping::category)
          .take("chrgitm_lv", "P_TYPE", InspectionMapping::payClass)
          .take("det_item_fee_sumamt", "COST", NationalText::money)
          .take("cnt", "NUM")
          .take("pric", "UNIT_PRICE")
          .take("inscp_scp_amt", "BMI_CONVERED_AMOUNT", NationalText::money)
          .take("bilg_dept_codg", "BILLING_DEPT_ID")
          .take("dscg_tkdrug_flag", "DISCHARGE_MEDICATION", NationalText::flag);
      doctor(line, row, "bilg_dr_codg");
      if (row.get("NUM").startsWith("-")) {
        line.put("init_feedetl_sn", refunded(charged, row));
      } else {
        charged.add(row);
      }
    }
  }

  /** The details have no id of their own; the line in the file finds them. */
  private static String lineId(Row row) {
    return "L" + row.line();
  }

  /**
   * The last line before that charged the same item at the same price; the list does not name it.
   */
  private static String refunded(List<Row> charged, Row refund) {
    for (int i = charged.size() - 1; i >= 0; i--) {
      Row row = charged.get(i);
      if (row.get("ITEM_ID").equals(refund.get("ITEM_ID"))
          && row.get("UNIT_PRICE").equals(refund.get("UNIT_PRICE"))) {
        return lineId(row);
      }
    }
    return "";
  }

  private static String category(String text) {
    return CATEGORIES.getOrDefault(text, text);
  }

  private static String payClass(String text) {
    return switch (text) {
      case "1", "甲", "甲类" -> "01";
      case "2", "乙", "乙类" -> "02";
      case "3", "丙", "丙类", "自费" -> "03";
      default -> text;
    };
  }
}

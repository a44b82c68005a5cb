package org.fundwatch.standalone.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.code.CodeSystem;
import org.fundwatch.standalone.tables.Row;

/** The rows that belong to a settlement of the flying-inspection tables, put into its event. */
final class InspectionChildren {

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

  private final EventDraft draft;
  private final boolean stays;

  InspectionChildren(EventDraft draft, boolean stays) {
    this.draft = draft;
    this.stays = stays;
  }

  /** A code that is not national is kept under its own name, where no rule takes it for one. */
  static void doctor(EventDraft.Part part, Row row, String field) {
    String doctor = row.get("DOCTOR_ID");
    if (CodeSystem.DOCTOR.matches(doctor)) {
      part.take(field, "DOCTOR_ID");
    } else {
      part.put("doctor_id", doctor);
    }
  }

  void diagnoses(List<Row> rows) {
    for (Row row : rows) {
      String main = "DISCHARGE_DISEASE_ID_MAIN";
      if (!stays && row.get(main).isEmpty()) {
        main = "ADMISSION_DISEASE_ID";
      }
      diagnosis(row, main, main.replace("_ID", "_NAME"), true);
      for (String column : row.header().names()) {
        if (column.matches("DISCHARGE_DISEASE_ID_(OTHER_?)?\\d*") && !column.endsWith("_ID_")) {
          diagnosis(row, column, column.replace("_ID", "_NAME"), false);
        }
      }
    }
  }

  private void diagnosis(Row row, String code, String name, boolean main) {
    if (!row.get(code).isEmpty()) {
      draft
          .element("diseinfo", row)
          .take("diag_code", code)
          .take("diag_name", name)
          .put("maindiag_flag", main ? "1" : "0");
    }
  }

  void operations(List<Row> rows) {
    rows.forEach(this::operation);
  }

  private void operation(Row row) {
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

  void lines(List<Row> rows) {
    List<Row> charged = new ArrayList<>();
    for (Row row : rows) {
      EventDraft.Part line = draft.element("feedetail", row);
      line.put("feedetl_sn", lineId(row))
          .takeFirst("fee_ocur_time", NationalText::moment, "USAGE_DATE", "BILLING_TIME")
          .take("med_list_codg", "ITEM_ID")
          .take("medins_list_name", "ITEM_NAME")
          .take("medins_list_codg", "ITEM_ID_HOSP")
          .take("med_chrgitm_type", "P_CATEGORY", InspectionChildren::category)
          .take("chrgitm_lv", "P_TYPE", InspectionChildren::payClass)
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

package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.Diagnosis;

/** A diagnosis in {@code diseinfo}. */
final class DiagnosisTable {

  static final FieldTable TABLE =
      new FieldTable(
          "diseinfo",
          List.of(
              Field.required("diag_code", Types.DIAGNOSIS, "诊断代码: code"),
              Field.optional("diag_name", Types.C200, "诊断名称: name"),
              Field.optional("maindiag_flag", Types.FLAG, "主诊断标志: main"),
              Field.optional("diag_type", Types.C6, "诊断类别: type"),
              Field.optional("adm_cond_type", Types.C6, "入院病情类型: onAdmission")));

  private static final int DIAG_CODE = TABLE.require("diag_code");
  private static final int DIAG_NAME = TABLE.require("diag_name");
  private static final int MAINDIAG_FLAG = TABLE.require("maindiag_flag");
  private static final int DIAG_TYPE = TABLE.require("diag_type");
  private static final int ADM_COND_TYPE = TABLE.require("adm_cond_type");

  private DiagnosisTable() {}

  static Diagnosis read(Values v) {
    return new Diagnosis(
        v.text(DIAG_CODE),
        v.text(DIAG_NAME),
        v.flag(MAINDIAG_FLAG),
        v.text(DIAG_TYPE),
        v.text(ADM_COND_TYPE));
  }

  static Values write(Diagnosis r) {
    Values v = new Values(TABLE);
    v.put(DIAG_CODE, r.code());
    v.put(DIAG_NAME, r.name());
    v.set(MAINDIAG_FLAG, r.main() ? 1 : 0);
    v.put(DIAG_TYPE, r.type());
    v.put(ADM_COND_TYPE, r.onAdmission());
    return v;
  }
}

package org.fundwatch.standalone.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.tables.ByteCount;
import org.fundwatch.standalone.tables.DelimitedFile;
import org.fundwatch.standalone.tables.Row;
import org.jspecify.annotations.Nullable;

/**
 * Inpatient claims in the layout of the public data set "Healthcare Provider Fraud Detection"; the
 * mapping is described in docs/real-data.md. Codes are ICD-9-CM and stay so: the event names its
 * code set. Nothing is invented: what the claims do not hold is left out, and what the national
 * format demands beyond that gets a value that cannot be mistaken for a national one.
 */
public final class ClaimsUs implements SettlementSource {

  /** Columns by which a file is known to be of this layout. */
  static final List<String> REQUIRED =
      List.of(
          "BENEID",
          "CLAIMID",
          "CLAIMENDDT",
          "PROVIDER",
          "INSCCLAIMAMTREIMBURSED",
          "ADMISSIONDT",
          "DISCHARGEDT");

  /** Where the code set of an event says how to read its codes. */
  public static final String CODE_SET = "ICD9CM-US";

  private static final String NO_REGION = "000000";
  private static final String FOREIGN_INSURANCE = "OTHER";
  private static final String ORDINARY_STAY = "21";
  private static final int DIAGNOSES = 10;
  private static final int PROCEDURES = 6;

  private final Path file;
  private final ByteCount count = new ByteCount();
  private final long totalBytes;
  private final DelimitedFile rows;

  /** Opens a file. */
  public ClaimsUs(Path file) throws IOException {
    this.file = file;
    totalBytes = Files.size(file);
    rows = DelimitedFile.open(file, count);
    try {
      rows.header().require(REQUIRED);
    } catch (IOException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    Row row = rows.next();
    return row == null ? null : draft(row).finish();
  }

  @Override
  public long bytes() {
    return count.bytes();
  }

  @Override
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static EventDraft draft(Row row) {
    EventDraft draft = new EventDraft(row);
    draft
        .envelope()
        .put("infno", "2304")
        .put("msgid", NationalText.messageId("US", row.get("CLAIMID")))
        .take("inf_time", "CLAIMENDDT", NationalText::monthFirstMoment);
    EventDraft.Part settlement = draft.object("setlinfo");
    settlement
        .put("code_set", CODE_SET)
        .take("setl_id", "CLAIMID")
        .take("mdtrt_id", "CLAIMID")
        .take("psn_no", "BENEID")
        .take("fixmedins_code", "PROVIDER")
        .take("fixmedins_name", "PROVIDER") // its code is all that is known of its name
        .put("fix_blng_admdvs", NO_REGION)
        .put("insutype", FOREIGN_INSURANCE)
        .put("med_type", ORDINARY_STAY)
        .take("setl_time", "CLAIMENDDT", NationalText::monthFirstMoment)
        .take("atddr_no", "ATTENDINGPHYSICIAN")
        .take("adm_time", "ADMISSIONDT", NationalText::monthFirstMoment)
        .take("dscg_time", "DISCHARGEDT", NationalText::monthFirstMoment)
        .put("act_ipt_days", days(row))
        .put("otherPhysician", row.get("OTHERPHYSICIAN"))
        .put("admitDiagnosis", row.get("CLMADMITDIAGNOSISCODE"));
    amounts(settlement, row);
    if (!row.get("DIAGNOSISGROUPCODE").isEmpty()) {
      // The weight is not in the claims; 0 is none.
      draft
          .object("drginfo")
          .put("grp_sys", "US-DRG")
          .take("grp_code", "DIAGNOSISGROUPCODE")
          .put("grp_wt", "0");
    }
    codes(draft, row);
    return draft;
  }

  private static void amounts(EventDraft.Part settlement, Row row) {
    settlement
        .take("fund_pay_sumamt", "INSCCLAIMAMTREIMBURSED")
        .take("act_pay_dedc", "DEDUCTIBLEAMTPAID", ClaimsUs::stated)
        .take("psn_part_amt", "DEDUCTIBLEAMTPAID", ClaimsUs::stated)
        .take("medfee_sumamt", "INSCCLAIMAMTREIMBURSED", paid -> total(paid, row));
  }

  private static String total(String reimbursed, Row row) {
    long paid = Scaled.parse(reimbursed, 2);
    long deductible = Scaled.parse(stated(row.get("DEDUCTIBLEAMTPAID")), 2);
    return paid == Scaled.INVALID || deductible == Scaled.INVALID
        ? reimbursed
        : Scaled.toText(paid + deductible, 2);
  }

  /** The data set writes NA, or nothing, where no deductible was paid. */
  private static String stated(String amount) {
    return amount.isEmpty() || amount.equals("NA") ? "0" : amount;
  }

  /** Days between admission and discharge, a stay within a day counting as one. */
  private static String days(Row row) {
    long in = ShanghaiTime.parseDateTime(NationalText.monthFirstMoment(row.get("ADMISSIONDT")));
    long out = ShanghaiTime.parseDateTime(NationalText.monthFirstMoment(row.get("DISCHARGEDT")));
    if (in == ShanghaiTime.INVALID || out < in) {
      return "";
    }
    return Long.toString(Math.max(1, ShanghaiTime.epochDay(out) - ShanghaiTime.epochDay(in)));
  }

  private static void codes(EventDraft draft, Row row) {
    for (int i = 1; i <= DIAGNOSES; i++) {
      String column = "CLMDIAGNOSISCODE_" + i;
      if (present(row, column)) {
        draft
            .element("diseinfo", row)
            .take("diag_code", column)
            .put("maindiag_flag", i == 1 ? "1" : "0");
      }
    }
    for (int i = 1; i <= PROCEDURES; i++) {
      String column = "CLMPROCEDURECODE_" + i;
      if (present(row, column)) {
        draft
            .element("oprninfo", row)
            .take("oprn_oprt_code", column)
            .put("oprn_oprt_type", i == 1 ? "1" : "2")
            .take("oper_dr_code", "OPERATINGPHYSICIAN");
      }
    }
  }

  private static boolean present(Row row, String column) {
    String code = row.get(column);
    return !code.isEmpty() && !code.equals("NA");
  }
}

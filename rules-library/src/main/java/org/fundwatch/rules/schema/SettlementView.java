package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.jspecify.annotations.Nullable;

/** One settlement with its lines. */
public final class SettlementView {

  private final Settlement settlement;
  private @Nullable List<String> traceCodes;
  private @Nullable List<LineView> lines;
  private @Nullable List<String> operations;
  private @Nullable List<String> diagnoses;
  private final List<FeeLine> net;

  /**
   * A settlement.
   *
   * @param net its lines of which something remains after refunds
   */
  public SettlementView(Settlement settlement, List<FeeLine> net) {
    this.settlement = settlement;
    this.net = net;
  }

  @Described("setl_id")
  public String id() {
    return settlement.settlementId();
  }

  @Described("mdtrt_id of the visit or stay")
  public String encounter() {
    return settlement.encounterId();
  }

  @Described("fixmedins_code")
  public String institution() {
    return settlement.institution().code();
  }

  @Described("hosp_lv, empty when not stated")
  public String level() {
    return settlement.institution().level();
  }

  @Described("insutype")
  public String insurance() {
    return settlement.insurance().type();
  }

  @Described("med_type")
  public String medType() {
    return settlement.medType();
  }

  @Described("true for an inpatient stay")
  public boolean stay() {
    return settlement.stay() != null;
  }

  @Described("admission of a stay, else the settlement")
  public @Moment long begin() {
    return settlement.beginMillis();
  }

  @Described("discharge of a stay, else the settlement")
  public @Moment long end() {
    return settlement.endMillis();
  }

  @Described("setl_time")
  public @Moment long settled() {
    return settlement.settledMillis();
  }

  @Described("paid by the fund, in fen")
  public long fundFen() {
    return settlement.amounts().fundFen();
  }

  @Described("total charges, in fen")
  public long totalFen() {
    return settlement.amounts().totalFen();
  }

  @Described("code of the main diagnosis")
  public String mainDiagnosis() {
    return settlement.mainDiagnosis();
  }

  @Described("codes of all diagnoses, the main one first")
  public List<String> diagnoses() {
    List<String> known = diagnoses;
    if (known == null) {
      known = settlement.diagnoses().stream().map(diagnosis -> diagnosis.code()).toList();
      diagnoses = known;
    }
    return known;
  }

  @Described("age in days of a newborn as the settlement list states it, else 0")
  public long newbornDays() {
    Stay stay = settlement.stay();
    return stay == null ? 0 : stay.newbornDays();
  }

  @Described("fulamt_ownpay_amt, in fen")
  public long ownPayFen() {
    return settlement.amounts().ownPayFen();
  }

  @Described("overlmt_selfpay, in fen")
  public long overLimitFen() {
    return settlement.amounts().overLimitFen();
  }

  @Described("preselfpay_amt, in fen")
  public long prePayFen() {
    return settlement.amounts().prePayFen();
  }

  @Described("inscp_scp_amt, in fen")
  public long inScopeFen() {
    return settlement.amounts().inScopeFen();
  }

  @Described("act_pay_dedc, in fen")
  public long deductibleFen() {
    return settlement.amounts().deductibleFen();
  }

  @Described("hifp_pay, in fen")
  public long poolFen() {
    return settlement.amounts().poolFen();
  }

  @Described("psn_part_amt, in fen")
  public long personFen() {
    return settlement.amounts().personFen();
  }

  @Described("acct_pay, in fen")
  public long accountFen() {
    return settlement.amounts().accountFen();
  }

  @Described("acct_mulaid_pay, in fen")
  public long mutualFen() {
    return settlement.amounts().mutualFen();
  }

  @Described("psn_cash_pay, in fen")
  public long cashFen() {
    return settlement.amounts().cashFen();
  }

  @Described("hosp_part_amt, in fen")
  public long hospitalFen() {
    return settlement.amounts().hospitalFen();
  }

  @Described("sum of the payments of all funds, in fen")
  public long paymentsFen() {
    long sum = 0;
    List<Payment> payments = settlement.payments();
    for (int i = 0; i < payments.size(); i++) {
      Payment payment = payments.get(i);
      sum += payment.paidFen();
    }
    return sum;
  }

  @Described("number of payments stated")
  public long payments() {
    return settlement.payments().size();
  }

  @Described("atddr_no or chfpdr_code, empty when not stated")
  public String doctor() {
    return settlement.doctor();
  }

  @Described("true where the settlement closes a part of a stay")
  public boolean midStay() {
    return settlement.midStay();
  }

  @Described("fix_blng_admdvs, region of the institution")
  public String region() {
    return settlement.institution().region();
  }

  @Described("insu_admdvs, where the person is insured")
  public String insuredRegion() {
    return settlement.insurance().region();
  }

  @Described("adm_caty, empty when not stated")
  public String department() {
    Stay stay = settlement.stay();
    return stay == null ? "" : stay.admissionDepartment();
  }

  @Described("adm_way, empty for a visit")
  public String admissionWay() {
    Stay stay = settlement.stay();
    return stay == null ? "" : stay.admissionWay();
  }

  @Described("dscg_way, empty for a visit")
  public String dischargeWay() {
    Stay stay = settlement.stay();
    return stay == null ? "" : stay.dischargeWay();
  }

  @Described("true when the discharge is known (always for a visit)")
  public boolean ended() {
    Stay stay = settlement.stay();
    return stay == null || stay.dischargeMillis() != null;
  }

  @Described("codes of operations and procedures, the main one first")
  public List<String> operations() {
    List<String> known = operations;
    if (known == null) {
      known = settlement.operations().stream().map(Operation::code).toList();
      operations = known;
    }
    return known;
  }

  @Described("drug_trac_codg of the packs handed out")
  public List<String> traceCodes() {
    List<String> known = traceCodes;
    if (known == null) {
      known = settlement.traceCodes().stream().map(TraceCode::code).toList();
      traceCodes = known;
    }
    return known;
  }

  @Described("charged lines, refunds taken off")
  public List<LineView> lines() {
    List<LineView> known = lines;
    if (known == null) {
      known = new ArrayList<>(net.size());
      for (int i = 0; i < net.size(); i++) {
        FeeLine line = net.get(i);
        known.add(new LineView(line));
      }
      lines = known;
    }
    return known;
  }

  /** Its lines of which something remains after refunds. */
  List<FeeLine> net() {
    return net;
  }

  /** The settlement behind the view, with its lines as sent. */
  public Settlement settlement() {
    return settlement;
  }
}

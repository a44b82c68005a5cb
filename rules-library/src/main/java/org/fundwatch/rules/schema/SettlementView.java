package org.fundwatch.rules.schema;

import java.util.List;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;

/** One settlement with its lines. */
public final class SettlementView {

  private final Settlement settlement;

  public SettlementView(Settlement settlement) {
    this.settlement = settlement;
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
    return settlement.diagnoses().stream().map(diagnosis -> diagnosis.code()).toList();
  }

  @Described("age in days of a newborn as the settlement list states it, else 0")
  public long newbornDays() {
    Stay stay = settlement.stay();
    return stay == null ? 0 : stay.newbornDays();
  }
}

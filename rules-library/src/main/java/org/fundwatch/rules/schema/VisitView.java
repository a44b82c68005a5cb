package org.fundwatch.rules.schema;

import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.time.ShanghaiTime;

/** A settlement as the desks of doctors and institutions keep it. */
public final class VisitView {

  private static final double E4 = 10_000.0;

  private final Visit visit;

  public VisitView(Visit visit) {
    this.visit = visit;
  }

  /** The settlement behind the view. */
  public Visit visit() {
    return visit;
  }

  @Described("setl_id")
  public String settlement() {
    return visit.settlementId();
  }

  @Described("mdtrt_id of the visit or stay")
  public String encounter() {
    return visit.encounterId();
  }

  @Described("token of the person")
  public String person() {
    return visit.person();
  }

  @Described("fixmedins_code")
  public String institution() {
    return visit.institution().code();
  }

  @Described("who signed, empty when not stated")
  public String doctor() {
    return visit.doctor();
  }

  @Described("med_type")
  public String medType() {
    return visit.medType();
  }

  @Described("insutype")
  public String insurance() {
    return visit.insuranceType();
  }

  @Described("setl_time")
  public @Moment long settled() {
    return visit.settledMillis();
  }

  @Described("admission of a stay, else the settlement")
  public @Moment long begin() {
    return visit.care().beginMillis();
  }

  @Described("discharge of a stay, else the settlement")
  public @Moment long end() {
    return visit.care().endMillis();
  }

  @Described("days from the day of admission to the day of discharge; 0 on the same day")
  public long days() {
    return ShanghaiTime.epochDay(end()) - ShanghaiTime.epochDay(begin());
  }

  @Described("true for an inpatient stay")
  public boolean stay() {
    return visit.care().stay();
  }

  @Described("total charges, in fen")
  public long totalFen() {
    return visit.totalFen();
  }

  @Described("paid by the fund, in fen")
  public long fundFen() {
    return visit.fundFen();
  }

  @Described("paid from the person's own account, in fen")
  public long accountFen() {
    return visit.care().accountFen();
  }

  @Described("paid in cash, in fen")
  public long cashFen() {
    return visit.care().cashFen();
  }

  @Described("code of the main diagnosis")
  public String mainDiagnosis() {
    return visit.care().mainDiagnosis();
  }

  @Described("group of DRG or DIP, empty where there is none")
  public String group() {
    return visit.care().group();
  }

  @Described("relative weight of the group, 0 where there is none")
  public double weight() {
    return visit.care().weightE4() / E4;
  }

  @Described("payment standard of the group in fen, 0 where there is none")
  public long standardFen() {
    return visit.care().standardFen();
  }

  @Described("adm_way, empty for a visit")
  public String admissionWay() {
    return visit.care().admissionWay();
  }

  @Described("dscg_way, empty for a visit")
  public String dischargeWay() {
    return visit.care().dischargeWay();
  }

  @Described("true where the settlement list announces a readmission within 31 days")
  public boolean readmissionPlanned() {
    return visit.care().readmissionPlanned();
  }

  @Described("age in days of a newborn as the settlement list states it, else 0")
  public long newbornDays() {
    return visit.care().newbornDays();
  }

  @Described("hash of the charged items and quantities; 0 where nothing was charged")
  public long pattern() {
    return visit.care().pattern();
  }
}

package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.jspecify.annotations.Nullable;

/** A visit or stay as all its settlements together tell it. */
public final class EncounterView {

  private final Encounter encounter;
  private @Nullable List<String> operations;
  private @Nullable List<String> diagnoses;
  private final Settlement head;
  private @Nullable Evidence evidence;
  private @Nullable CodedStay coded;
  private @Nullable List<ItemView> items;

  public EncounterView(Encounter encounter) {
    this.encounter = encounter;
    this.head = encounter.head();
  }

  /** The encounter behind the view. */
  public Encounter encounter() {
    return encounter;
  }

  /** What the charges say about the diagnoses. */
  Evidence evidence() {
    Evidence known = evidence;
    if (known == null) {
      known = new Evidence(encounter);
      evidence = known;
    }
    return known;
  }

  /** What is coded, by the tables of a rule-set; kept for the one that asked last. */
  CodedStay coded(GroupingBook book) {
    CodedStay known = coded;
    if (known == null || known.book() != book) {
      known = new CodedStay(this, book);
      coded = known;
    }
    return known;
  }

  @Described("mdtrt_id")
  public String id() {
    return encounter.id();
  }

  @Described("setl_id of every settlement it was put together from")
  public List<String> settlements() {
    return encounter.settlementIds();
  }

  @Described("fixmedins_code")
  public String institution() {
    return head.institution().code();
  }

  @Described("name of the institution")
  public String institutionName() {
    return head.institution().name();
  }

  @Described("hosp_lv, empty when not stated")
  public String level() {
    return head.institution().level();
  }

  @Described("fix_blng_admdvs, region of the institution")
  public String region() {
    return head.institution().region();
  }

  @Described("atddr_no or chfpdr_code, empty when not stated")
  public String doctor() {
    return head.doctor();
  }

  @Described("insutype")
  public String insurance() {
    return head.insurance().type();
  }

  @Described("med_type")
  public String medType() {
    return head.medType();
  }

  @Described("true for an inpatient stay")
  public boolean stay() {
    return encounter.isStay();
  }

  @Described("true for a pharmacy's sale")
  public boolean pharmacy() {
    return MedType.of(head.medType()) == MedType.PHARMACY;
  }

  @Described("admission of a stay, else the settlement")
  public @Moment long begin() {
    return encounter.beginMillis();
  }

  @Described("discharge of a stay, else the last settlement")
  public @Moment long end() {
    return encounter.endMillis();
  }

  @Described("true when the discharge is known (always for a visit)")
  public boolean ended() {
    Stay stay = head.stay();
    return stay == null || stay.dischargeMillis() != null;
  }

  @Described("days from the day of admission to the day of discharge; 0 on the same day")
  public long days() {
    return ShanghaiTime.epochDay(end()) - ShanghaiTime.epochDay(begin());
  }

  @Described("adm_caty, empty when not stated")
  public String admissionDepartment() {
    Stay stay = head.stay();
    return stay == null ? "" : stay.admissionDepartment();
  }

  @Described("dscg_caty, empty when not stated")
  public String dischargeDepartment() {
    Stay stay = head.stay();
    return stay == null ? "" : stay.dischargeDepartment();
  }

  @Described("adm_way: 1 emergency, 2 outpatient, 3 transferred in, 9 other")
  public String admissionWay() {
    Stay stay = head.stay();
    return stay == null ? "" : stay.admissionWay();
  }

  @Described("dscg_way: 1 ordered, 2 transfer, 3 to community, 4 against advice, 5 died, 9 other")
  public String dischargeWay() {
    Stay stay = head.stay();
    return stay == null ? "" : stay.dischargeWay();
  }

  @Described("true where the settlement list announces a readmission within 31 days")
  public boolean readmissionPlanned() {
    Stay stay = head.stay();
    return stay != null && stay.readmissionPlanned();
  }

  @Described("days_rinp_pup_31: what the announced readmission is for, empty when not stated")
  public String readmissionPurpose() {
    Stay stay = head.stay();
    return stay == null ? "" : stay.readmissionPurpose();
  }

  @Described("age in days of a newborn as the settlement list states it, else 0")
  public long newbornDays() {
    Stay stay = head.stay();
    return stay == null ? 0 : stay.newbornDays();
  }

  @Described("days of special and first-level nursing on the settlement list")
  public long intensiveNursingDays() {
    Stay stay = head.stay();
    return stay == null ? 0 : (long) stay.specialNursingDays() + stay.firstNursingDays();
  }

  @Described("code of the main diagnosis")
  public String mainDiagnosis() {
    return head.mainDiagnosis();
  }

  @Described("codes of all diagnoses, the main one first")
  public List<String> diagnoses() {
    List<String> known = diagnoses;
    if (known == null) {
      known = head.diagnoses().stream().map(diagnosis -> diagnosis.code()).toList();
      diagnoses = known;
    }
    return known;
  }

  @Described("codes of operations and procedures, the main one first")
  public List<String> operations() {
    List<String> known = operations;
    if (known == null) {
      known = head.operations().stream().map(operation -> operation.code()).toList();
      operations = known;
    }
    return known;
  }

  @Described("total charges, in fen")
  public long totalFen() {
    return head.amounts().totalFen();
  }

  @Described("paid by the fund, in fen")
  public long fundFen() {
    return head.amounts().fundFen();
  }

  @Described("paid from the person's own account, in fen")
  public long accountFen() {
    return head.amounts().accountFen();
  }

  @Described("charged items, refunds taken off")
  public List<ItemView> items() {
    List<ItemView> known = items;
    if (known == null) {
      List<ItemTotal> totals = encounter.items();
      known = new ArrayList<>(totals.size());
      for (int i = 0; i < totals.size(); i++) {
        known.add(new ItemView(totals.get(i)));
      }
      items = known;
    }
    return known;
  }

  @Described("group of DRG or DIP, empty where there is none")
  public String group() {
    Grouping grouping = head.grouping();
    return grouping == null ? "" : grouping.code();
  }

  @Described("relative weight of the group, 0 where there is none")
  public double groupWeight() {
    Grouping grouping = head.grouping();
    return grouping == null ? 0 : grouping.weightE4() / 10_000.0;
  }

  @Described("payment standard of the group in fen, 0 where there is none")
  public long standardFen() {
    Grouping grouping = head.grouping();
    return grouping == null ? 0 : grouping.standardFen();
  }

  @Described(
      "longest run of days between admission and discharge on which only bed, nursing or"
          + " consultation was charged")
  public long idleDays() {
    Set<Integer> active = new HashSet<>(encounter.activeDays());
    Set<Integer> charged = new HashSet<>(encounter.chargedDays());
    long last = ShanghaiTime.epochDay(end());
    long longest = 0;
    long run = 0;
    for (long day = ShanghaiTime.epochDay(begin()) + 1; day < last; day++) {
      boolean idle = charged.contains((int) day) && !active.contains((int) day);
      run = idle ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  @Described("days between admission and discharge on which something was charged")
  public long chargedDays() {
    return encounter.chargedDays().size();
  }

  @Described("days on which something but bed, nursing and consultation was charged")
  public long activeDays() {
    return encounter.activeDays().size();
  }

  @Described("days of special nursing on the settlement list")
  public long specialNursingDays() {
    Stay stay = head.stay();
    return stay == null ? 0 : stay.specialNursingDays();
  }

  @Described("days of first-level nursing on the settlement list")
  public long firstNursingDays() {
    Stay stay = head.stay();
    return stay == null ? 0 : stay.firstNursingDays();
  }

  @Described("days of second-level nursing on the settlement list")
  public long secondNursingDays() {
    Stay stay = head.stay();
    return stay == null ? 0 : stay.secondNursingDays();
  }

  @Described("days of third-level nursing on the settlement list")
  public long thirdNursingDays() {
    Stay stay = head.stay();
    return stay == null ? 0 : stay.thirdNursingDays();
  }

  @Described("vent_used_dura in hours")
  public double ventilatorHours() {
    Stay stay = head.stay();
    return stay == null ? 0 : stay.ventilatorMinutes() / 60.0;
  }

  @Described("medcasno, the institution's own file number")
  public String recordNo() {
    Stay stay = head.stay();
    return stay == null ? "" : stay.recordNo();
  }

  @Described("paid in cash, in fen")
  public long cashFen() {
    return head.amounts().cashFen();
  }

  @Described("part within the fund's scope, in fen")
  public long inScopeFen() {
    return head.amounts().inScopeFen();
  }

  @Described("paid wholly by the person, in fen")
  public long ownPayFen() {
    return head.amounts().ownPayFen();
  }

  @Described("paid by the pooled fund, in fen")
  public long poolFen() {
    return head.amounts().poolFen();
  }

  @Described("true where the last settlement known closes only a part of the stay")
  public boolean midStay() {
    return head.midStay();
  }

  @Described("insu_admdvs, where the person is insured")
  public String insuredRegion() {
    return head.insurance().region();
  }

  @Described("setl_time of the last settlement")
  public @Moment long settled() {
    return head.settledMillis();
  }

  @Described("days on which anything was charged, as days since 1970-01-01")
  public List<Long> chargedDayList() {
    return encounter.chargedDays().stream().map(Integer::longValue).toList();
  }

  @Described("days on which more than bed, nursing and consultation was charged")
  public List<Long> activeDayList() {
    return encounter.activeDays().stream().map(Integer::longValue).toList();
  }
}

package org.fundwatch.domain.settlement;

import org.jspecify.annotations.Nullable;

/**
 * Details of an inpatient stay, from the settlement list.
 *
 * @param admissionMillis {@code adm_time}, epoch milliseconds
 * @param dischargeMillis {@code dscg_time}, null while the stay goes on
 * @param days {@code act_ipt_days}
 * @param admissionDepartment {@code adm_caty}
 * @param dischargeDepartment {@code dscg_caty}
 * @param admissionWay {@code adm_way}: 1 emergency, 2 outpatient, 3 transferred in, 9 other
 * @param dischargeWay {@code dscg_way}: 1 as ordered, 2 transfer, 3 to community, 4 against advice,
 *     5 died, 9 other
 * @param readmissionPlan {@code days_rinp_flag_31}: 2 where a readmission within 31 days is planned
 * @param readmissionPurpose {@code days_rinp_pup_31}
 * @param ventilatorMinutes {@code vent_used_dura}
 * @param specialNursingDays {@code spga_nurscare_days}
 * @param firstNursingDays {@code lv1_nurscare_days}
 * @param secondNursingDays {@code scd_nurscare_days}
 * @param thirdNursingDays {@code lv3_nurscare_days}
 * @param newbornDays {@code nwb_age}, 0 unless younger than a year
 * @param recordNo {@code medcasno}, the institution's own file number
 */
public record Stay(
    long admissionMillis,
    @Nullable Long dischargeMillis,
    int days,
    String admissionDepartment,
    String dischargeDepartment,
    String admissionWay,
    String dischargeWay,
    String readmissionPlan,
    String readmissionPurpose,
    int ventilatorMinutes,
    int specialNursingDays,
    int firstNursingDays,
    int secondNursingDays,
    int thirdNursingDays,
    int newbornDays,
    String recordNo) {

  /** True where the settlement list announces a readmission within 31 days. */
  public boolean readmissionPlanned() {
    return readmissionPlan.equals("2");
  }

  /** This part of a stay together with an earlier part of it, settled before. */
  public Stay after(Stay earlier) {
    return new Stay(
        Math.min(earlier.admissionMillis, admissionMillis),
        dischargeMillis,
        earlier.days + days,
        earlier.admissionDepartment,
        dischargeDepartment,
        earlier.admissionWay,
        dischargeWay,
        readmissionPlan,
        readmissionPurpose,
        earlier.ventilatorMinutes + ventilatorMinutes,
        earlier.specialNursingDays + specialNursingDays,
        earlier.firstNursingDays + firstNursingDays,
        earlier.secondNursingDays + secondNursingDays,
        earlier.thirdNursingDays + thirdNursingDays,
        newbornDays,
        recordNo);
  }
}

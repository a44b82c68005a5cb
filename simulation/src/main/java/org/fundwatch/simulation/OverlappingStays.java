package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Settlement;

/** A card is lent: its owner lies in one hospital while another bills a stay for him. */
final class OverlappingStays implements Script {

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return sheet.lookAlike() == LookAlike.NEWBORN_WITH_MOTHER
        ? citizen.age() >= 20 && citizen.age() <= 40 && citizen.person().gender() == Gender.FEMALE
        : citizen.age() >= 45;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Facility here = stage.setting.world().badHospital(rng, 2, 3);
    Facility there = stage.setting.world().sister(here);
    int day = stage.day(18);
    stage.send(stage.book(here, "I63.900", day, 10, stay -> stay.department = "A03.03"));
    int begin =
        form == Form.OBVIOUS
            ? day + rng.between(2, 4)
            : form == Form.BORDERLINE ? day + rng.between(8, 9) : day + 10;
    HospitalStay.Settled second =
        stage.send(
            stage.book(
                there,
                rng.pick(List.of("M51.202", "K29.500", "E11.400")),
                begin,
                form == Form.OBVIOUS ? rng.between(4, 8) : 6,
                stay -> stay.admissionWay = form == Form.EVASIVE ? "3" : "2"));
    return stage.close(
        there,
        second.settlement().amounts().fundFen(),
        "A lent card was admitted while its owner lay in another hospital.",
        "出借医保卡：本人住院期间又在另一家医院办理住院。");
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Facility near = stage.setting.world().hospital(stage.rng, stage.citizen.region(), 2);
    Facility high = stage.setting.world().hospital(stage.rng, stage.citizen.region(), 3);
    int day = stage.day(16);
    return switch (lookAlike) {
      case TRANSFER -> {
        stage.send(stage.book(near, "I21.900", day, 1, stay -> stay.dischargeWay = "2"));
        stage.send(
            stage.book(
                high,
                "I21.900",
                day + 1,
                8,
                stay -> {
                  stay.operations = List.of("36.0700", "88.5600");
                  stay.medType = "23";
                  stay.admissionWay = "3";
                }));
        yield stage.close(near, 0, "Transferred, hours overlap on the day.", "当日转院，时间有数小时重叠。");
      }
      case NEWBORN_WITH_MOTHER -> newborn(stage, near, day);
      case SETTLED_IN_PARTS -> {
        stage.sendInParts(stage.book(near, "I63.900", day, 12, stay -> {}), 7);
        yield stage.close(near, 0, "One stay settled in two parts.", "同一次住院中途结算。");
      }
      default -> corrected(stage, near, high, day);
    };
  }

  // Until it is registered, the child is treated under its mother's number.
  private static TruthEntry newborn(Stage stage, Facility hospital, int day) {
    Citizen mother = stage.citizen;
    stage.send(
        stage.book(
            hospital,
            "O82.000",
            day,
            6,
            stay -> {
              stay.operations = List.of("74.1x01");
              stay.department = "A05.02";
            }));
    Citizen child =
        new Citizen(
            mother.index(),
            mother.person(),
            mother.insurance(),
            0,
            false,
            List.of(),
            mother.region());
    stage.send(
        stage.bookFor(
            child,
            hospital,
            "P59.900",
            day + 2,
            3,
            stay -> {
              stay.others = List.of("Z38.000");
              stay.newbornDays = 2;
              stay.department = "A07.01";
              stay.costFactor = 0;
            }));
    return stage.close(
        hospital, 0, "A newborn treated under its mother's number.", "新生儿随母亲参保身份住院。");
  }

  // The clerk typed the wrong day; the settlement list puts it right.
  private static TruthEntry corrected(Stage stage, Facility near, Facility high, int day) {
    Stage.Booking right = stage.book(near, "K80.101", day, 4, stay -> {});
    Stage.Booking typed = stage.rebook(right, 7, stay -> stay.leave.addAll(List.of(4, 5, 6)));
    HospitalStay.Settled wrong = stage.send(typed);
    long later = wrong.settlement().settledMillis() + 6 * Schedule.DAY;
    stage.mail(stage.citizen).list(() -> corrected(right.settlement(), wrong.settlement()), later);
    stage.send(stage.book(high, "I20.000", day + 5, 6, stay -> stay.admissionWay = "1"));
    return stage.close(
        near, 0, "A mistyped discharge, corrected by the settlement list.", "出院日期录入错误，结算清单已更正。");
  }

  private static Settlement corrected(Settlement right, Settlement typed) {
    return new Settlement(
        typed.settlementId(),
        typed.encounterId(),
        "",
        typed.person(),
        typed.institution(),
        typed.insurance(),
        typed.medType(),
        typed.settledMillis(),
        typed.doctor(),
        false,
        "",
        typed.amounts(),
        right.stay(),
        typed.grouping(),
        typed.diagnoses(),
        typed.operations(),
        List.of(),
        List.of(),
        List.of());
  }
}

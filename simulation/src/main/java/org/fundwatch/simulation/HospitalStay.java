package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fundwatch.domain.reference.Grouper.Coded;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * A stay in hospital being planned, then charged and settled. What is coded ({@link #others}) is
 * treated, unless it is named in {@link #untreated}.
 */
final class HospitalStay {

  /** What is done for the patient. */
  enum Regime {
    /** Whatever the diagnoses need. */
    FULL,
    /** Tablets and examinations. */
    ORAL,
    /** Bed and nursing only, and what is added by hand. */
    PRESENCE
  }

  /** The settled stay and the lines in it that should not be there. */
  record Settled(Settlement settlement, List<String> wrongLines, long wrongFen) {}

  private static final Comparator<Charge> IN_ORDER = Comparator.comparingLong(Charge::millis);

  final Citizen citizen;
  final Facility facility;
  final Rng rng;
  final int number;
  final int admissionDay;
  final int days;
  final long admission;
  final long discharge;

  String main;
  List<String> others = List.of();
  Set<String> untreated = Set.of();
  List<String> operations = List.of();
  Regime regime = Regime.FULL;
  String department = "A03";
  String medType = "21";
  String admissionWay = "2";
  String dischargeWay = "1";
  String purpose = "";
  int doctorNumber;
  int ventilatorHours;
  int newbornDays;

  /** Offsets of days with presence only. */
  final Set<Integer> idle = new TreeSet<>();

  /** Offsets of days with no charge at all. */
  final Set<Integer> leave = new TreeSet<>();

  /** Days of bed and nursing charged beyond the stay. */
  int presenceBeyond;

  /** Days until a stay paid by hand is settled; 0 where it is settled at discharge. */
  int settledByHandAfter;

  /** Total wanted, against the payment standard; 0 charges only what was done. */
  double costFactor;

  final List<Charge> extras = new ArrayList<>();

  HospitalStay(
      Citizen citizen, Facility facility, Rng rng, int number, String main, int day, int days) {
    this.citizen = citizen;
    this.facility = facility;
    this.rng = rng;
    this.number = number;
    this.main = main;
    this.admissionDay = day;
    this.days = days;
    admission = Schedule.at(rng, day, rng.between(8, 11));
    discharge = Schedule.at(rng, day + days, days == 0 ? 20 : rng.between(14, 16));
    doctorNumber = rng.below(facility.doctors());
    costFactor = Costs.factor(facility.tier()) * rng.spread(.32);
  }

  String doctor() {
    return facility.doctor(doctorNumber);
  }

  int dischargeDay() {
    return admissionDay + days;
  }

  /** A moment of the stay's n-th day. */
  long moment(int offset, int hour) {
    return ShanghaiTime.startOfDay(admissionDay + offset)
        + hour * Schedule.HOUR
        + rng.below(60) * Schedule.MINUTE;
  }

  void extra(Item item, long count, int offset, int hour) {
    extras.add(Charge.of(item, count * Draft.ONE, moment(offset, hour)));
  }

  void wrong(Item item, long count, int offset, int hour) {
    extras.add(new Charge(item, count * Draft.ONE, moment(offset, hour), false, true));
  }

  /** As the hospital codes it for payment. */
  Coded coded() {
    return new Coded(
        main, others, operations, citizen.age(), dischargeWay, facility.institution().level());
  }

  /** Settles at discharge. */
  Settled settle(Catalogue catalogue) {
    return part(catalogue, charges(catalogue), 0, days, true, fileClosed());
  }

  /** Settles a first part after some days, the rest at discharge. */
  List<Settled> settleInParts(Catalogue catalogue, int firstDays) {
    List<Charge> all = charges(catalogue);
    long cut = ShanghaiTime.startOfDay(admissionDay + firstDays);
    List<Charge> first = all.stream().filter(c -> c.millis() < cut).toList();
    List<Charge> rest = all.stream().filter(c -> c.millis() >= cut).toList();
    return List.of(
        part(catalogue, first, 0, firstDays, false, cut - Schedule.HOUR),
        part(catalogue, rest, 1, days - firstDays, true, fileClosed()));
  }

  // Bed and nursing are charged by the system until the clerk closes the file.
  long fileClosed() {
    return discharge + 20 * Schedule.MINUTE + (presenceBeyond + settledByHandAfter) * Schedule.DAY;
  }

  private List<Charge> charges(Catalogue catalogue) {
    List<Charge> charges = new ArrayList<>(new Treatment(catalogue, this).charges());
    charges.addAll(extras);
    charges.sort(IN_ORDER);
    return charges;
  }

  private Settled part(
      Catalogue catalogue, List<Charge> charges, int part, int partDays, boolean last, long at) {
    Draft draft = new Draft(citizen, facility, Ids.of(citizen.index(), number, part), doctor());
    draft.department(department);
    if (part > 0) {
      draft.firstLine(5000);
    }
    List<String> wrong = new ArrayList<>();
    long wrongFen = 0;
    for (Charge charge : charges) {
      String id = draft.line(charge.item(), charge.countE4(), charge.millis(), 0);
      if (charge.refunded()) {
        draft.refund(id, charge.item(), charge.countE4(), charge.millis() + 10 * Schedule.MINUTE);
      }
      if (charge.wrong()) {
        wrong.add(draft.encounterId() + '/' + id);
        wrongFen += charge.item().priceFen() * charge.countE4() / Draft.ONE;
      }
    }
    draft.diagnosis(catalogue, main, true);
    Set<String> named = new HashSet<>(Set.of(main));
    for (String other : others) {
      if (named.add(other)) {
        draft.diagnosis(catalogue, other, false);
      }
    }
    if (last) {
      operations.forEach(
          code -> draft.operation(catalogue, code, operationDay(), anaesthesia(catalogue, code)));
    }
    Grouping grouping = last ? catalogue.grouper().group(coded()).orElse(null) : null;
    draft.stay(details(part, partDays, last), grouping, !last);
    Benefits.Cover cover = part == 0 ? Benefits.Cover.INPATIENT : Benefits.Cover.INPATIENT_PART;
    double account = rng.chance(.5) ? rng.real() : 0;
    return new Settled(draft.settle(medType, at, cover, account), wrong, wrongFen);
  }

  int operationDay() {
    return admissionDay + Math.min(days, days > 3 ? 2 : 1);
  }

  private static String anaesthesia(Catalogue catalogue, String code) {
    return catalogue.reference().operation(code).filter(op -> op.surgery()).isPresent() ? "02" : "";
  }

  private Stay details(int part, int partDays, boolean last) {
    int counted = Math.max(1, partDays);
    int first = part == 0 ? Math.min(counted, Treatment.firstLevelDays(this)) : 0;
    return new Stay(
        admission,
        last ? Long.valueOf(discharge) : null,
        counted,
        department,
        department,
        admissionWay,
        last ? dischargeWay : "",
        purpose.isEmpty() ? "1" : "2",
        purpose,
        ventilatorHours * 60,
        0,
        first,
        counted - first,
        0,
        newbornDays,
        "B" + Population.digits(citizen.index(), 8) + Population.digits(number, 4));
  }
}

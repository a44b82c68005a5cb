package org.fundwatch.models.features;

import java.time.DayOfWeek;
import java.util.Objects;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;

/** Answers the questions of {@link StayFeature} about one stay. */
final class StayView {

  private static final double DAYS_A_YEAR = 365.2425;

  private static final Reference REFERENCE = Reference.builtIn();

  private final Encounter encounter;
  private final Stay stay;
  private final Charges charges;
  private final Past past;

  StayView(Encounter encounter, Timeline timeline) {
    this.encounter = encounter;
    this.stay = Objects.requireNonNull(encounter.head().stay());
    this.charges = new Charges(encounter.items());
    this.past = Past.before(encounter, timeline);
  }

  Settlement head() {
    return encounter.head();
  }

  Past past() {
    return past;
  }

  double age() {
    Integer birth = head().person().birthEpochDay();
    return birth == null
        ? Double.NaN
        : (ShanghaiTime.epochDay(stay.admissionMillis()) - birth) / DAYS_A_YEAR;
  }

  double male() {
    Gender gender = head().person().gender();
    return gender == Gender.UNKNOWN ? Double.NaN : flag(gender == Gender.MALE);
  }

  double employee() {
    return flag(head().insurance().type().equals("310"));
  }

  double level() {
    return PeerKey.levelOf(head().institution().level());
  }

  double emergency() {
    return flag(stay.admissionWay().equals("1") || head().medType().startsWith("24"));
  }

  double admittedBy(String way) {
    return flag(stay.admissionWay().equals(way));
  }

  double leftBy(String way, String orWay) {
    return flag(stay.dischargeWay().equals(way) || stay.dischargeWay().equals(orWay));
  }

  double weekend() {
    DayOfWeek day = ShanghaiTime.dateTime(stay.admissionMillis()).getDayOfWeek();
    return flag(day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
  }

  /** Midnights spent in hospital, at least one. */
  double days() {
    return Math.max(1, stay.days());
  }

  long total() {
    return head().amounts().totalFen();
  }

  double yuan(long fen) {
    return fen / 100.0;
  }

  double fundShare() {
    return head().amounts().fundFen() / (double) total();
  }

  double standardRatio() {
    Grouping grouping = head().grouping();
    return grouping == null || grouping.standardFen() <= 0
        ? Double.NaN
        : total() / (double) grouping.standardFen();
  }

  double weight() {
    Grouping grouping = head().grouping();
    return grouping == null || grouping.weightE4() <= 0 ? Double.NaN : grouping.weightE4() / 1e4;
  }

  Charges charges() {
    return charges;
  }

  /** Share of the categories in all charges. */
  double share(int... categories) {
    return shareOf(charges.fen(categories));
  }

  double topItemShare() {
    return shareOf(charges.topFen());
  }

  // Not known where a stay came without its lines.
  private double shareOf(long fen) {
    return charges.items() == 0 ? Double.NaN : fen / (double) total();
  }

  double activeShare() {
    return charges.items() == 0 ? Double.NaN : Math.min(1, encounter.activeDays().size() / days());
  }

  double intenseNursingShare() {
    return Math.min(1, (stay.specialNursingDays() + stay.firstNursingDays()) / days());
  }

  /** {@code NaN} where the reference tables do not know the main diagnosis. */
  double mainDiagnosisIs(String trait) {
    return REFERENCE
        .diagnosis(head().mainDiagnosis())
        .map(entry -> flag(entry.traits().contains(trait)))
        .orElse(Double.NaN);
  }

  double cyclic() {
    return flag(
        head().diagnoses().stream()
            .flatMap(diagnosis -> REFERENCE.diagnosis(diagnosis.code()).stream())
            .anyMatch(entry -> entry.traits().contains("cyclic")));
  }

  private static double flag(boolean holds) {
    return holds ? 1 : 0;
  }
}

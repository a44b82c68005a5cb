package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Where one case is played: its people, what they send, and the note for the ground truth. Used by
 * one thread; the same case plays out the same every time.
 */
final class Stage {

  /** Encounter numbers from here on belong to cases, those below to everyday life. */
  static final int FIRST_NUMBER = 5000;

  private static final String DIED = "5";
  private static final int FOR_EVER = 1_000_000;
  private static final int FIRST_ORDER = 1_000_000;

  final Setting setting;
  final Rng rng;
  final Citizen citizen;
  private final CaseSheet sheet;
  private final long seed;
  private final Map<Integer, Mail> mails = new LinkedHashMap<>();
  private final Set<String> persons = new LinkedHashSet<>();
  private final Set<String> encounters = new LinkedHashSet<>();
  private final Set<String> settlements = new LinkedHashSet<>();
  private final Set<String> traceCodes = new LinkedHashSet<>();
  private final List<String> wrongLines = new ArrayList<>();
  private final List<int[]> inHospital = new ArrayList<>();
  private int fromDay = Integer.MAX_VALUE;
  private int toDay = Integer.MIN_VALUE;
  private int next = FIRST_NUMBER;
  private String doctor = "";

  Stage(Setting setting, CaseSheet sheet) {
    this.setting = setting;
    this.sheet = sheet;
    seed = setting.seed();
    rng = Rng.of(seed, sheet.ordinal(), 3);
    citizen = setting.population().citizen(sheet.person());
  }

  /** A stay that is made anew each time it is asked for, so that nobody has to keep it. */
  final class Booking {
    private final Citizen patient;
    private final Facility facility;
    private final String main;
    private final int day;
    private final int days;
    private final int number;
    private final Consumer<HospitalStay> plan;

    Booking(
        Citizen patient,
        Facility facility,
        String main,
        int day,
        int days,
        int number,
        Consumer<HospitalStay> plan) {
      this.patient = patient;
      this.facility = facility;
      this.main = main;
      this.day = day;
      this.days = days;
      this.number = number;
      this.plan = plan;
    }

    HospitalStay stay() {
      Rng own = Rng.of(seed, patient.index(), 1000L + number);
      HospitalStay stay = new HospitalStay(patient, facility, own, number, main, day, days);
      plan.accept(stay);
      return stay;
    }

    HospitalStay.Settled settled() {
      return stay().settle(setting.catalogue());
    }

    Settlement settlement() {
      return settled().settlement();
    }

    Facility facility() {
      return facility;
    }

    int dischargeDay() {
      return day + days;
    }
  }

  /** Plans a stay of this case's person. */
  Booking book(Facility at, String main, int day, int days, Consumer<HospitalStay> plan) {
    return new Booking(citizen, at, main, day, days, next++, plan);
  }

  Booking bookFor(
      Citizen patient, Facility at, String main, int day, int days, Consumer<HospitalStay> plan) {
    return new Booking(patient, at, main, day, days, next++, plan);
  }

  /** The same stay written down differently. */
  Booking rebook(Booking other, int days, Consumer<HospitalStay> plan) {
    return new Booking(
        other.patient, other.facility, other.main, other.day, days, other.number, plan);
  }

  /** Settles a stay at discharge and uploads its list some days later. */
  HospitalStay.Settled send(Booking booking) {
    HospitalStay.Settled settled = booking.settled();
    long sent = settled.settlement().settledMillis() + 5000;
    mail(citizen).plainly(booking::settlement, sent);
    if (rng.chance(.6)) {
      mail(citizen).list(booking::settlement, sent + Schedule.DAY * rng.between(1, 4));
    }
    note(settled.settlement());
    wrongLines.addAll(settled.wrongLines());
    boolean died = booking.stay().dischargeWay.equals(DIED);
    inHospital.add(new int[] {booking.day, died ? FOR_EVER : booking.dischargeDay()});
    return settled;
  }

  /** Settles a stay in two parts. */
  void sendInParts(Booking booking, int firstDays) {
    Supplier<List<HospitalStay.Settled>> parts =
        () -> booking.stay().settleInParts(setting.catalogue(), firstDays);
    List<HospitalStay.Settled> now = parts.get();
    for (int i = 0; i < now.size(); i++) {
      int part = i;
      Settlement settlement = now.get(i).settlement();
      note(settlement);
      mail(citizen)
          .plainly(() -> parts.get().get(part).settlement(), settlement.settledMillis() + 5000);
    }
    inHospital.add(new int[] {booking.day, booking.dischargeDay()});
  }

  /** Settles a visit. */
  void send(Settlement visit, Citizen of) {
    mail(of).plainly(() -> visit, visit.settledMillis() + 3000);
    note(visit);
  }

  Mail mail(Citizen of) {
    int first = FIRST_ORDER + sheet.ordinal() * 100;
    return mails.computeIfAbsent(of.index(), index -> new Mail(index, first));
  }

  /** The occasion of a visit by this case's person. */
  Visits.Occasion visit(Facility facility, int day, int hour) {
    return new Visits.Occasion(citizen, facility, next++, Schedule.at(rng, day, hour));
  }

  /** The occasion of a visit by one of the lent cards; each at most once in a case. */
  Visits.Occasion cardVisit(int card, Facility facility, long millis) {
    int loan = sheet.firstLoan() + card;
    int round = loan / setting.cards();
    return new Visits.Occasion(setting.card(loan), facility, FIRST_NUMBER + round, millis);
  }

  /** A first day so that {@code span} days fit into the simulated time, if they can at all. */
  int day(int span) {
    Schedule schedule = setting.schedule();
    return schedule.firstDay() + rng.below(Math.max(1, schedule.days() - span));
  }

  int ordinal() {
    return sheet.ordinal();
  }

  /** Notes that a settlement takes part. */
  void note(Settlement s) {
    persons.add(s.person().id());
    encounters.add(s.encounterId());
    settlements.add(s.settlementId());
    for (TraceCode trace : s.traceCodes()) {
      traceCodes.add(trace.code());
    }
    fromDay = Math.min(fromDay, (int) ShanghaiTime.epochDay(s.beginMillis()));
    toDay =
        Math.max(toDay, (int) ShanghaiTime.epochDay(Math.max(s.endMillis(), s.settledMillis())));
  }

  void doctor(String code) {
    doctor = code;
  }

  /** Ends the case: what the fund lost, and the story. */
  TruthEntry close(Facility where, long amountFen, String story, String chinese) {
    return new TruthEntry(
        sheet.id(),
        sheet.kind(),
        sheet.form() == null ? "" : sheet.form().name(),
        sheet.lookAlike() == null ? "" : sheet.lookAlike().name(),
        List.copyOf(persons),
        where.code(),
        doctor,
        fromDay,
        toDay,
        List.copyOf(encounters),
        List.copyOf(settlements),
        List.copyOf(traceCodes),
        wrongLines,
        sheet.lookAlike() == null ? Math.max(0, amountFen) : 0,
        story,
        chinese);
  }

  List<Plan> plans() {
    return mails.values().stream().flatMap(mail -> mail.plans().stream()).toList();
  }

  /** Days in hospital, first and last, when nothing else may happen to the person. */
  List<int[]> inHospital() {
    return inHospital;
  }
}

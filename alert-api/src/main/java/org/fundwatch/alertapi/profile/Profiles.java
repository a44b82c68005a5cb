package org.fundwatch.alertapi.profile;

import java.time.Clock;
import java.util.List;
import org.fundwatch.alertapi.cases.CaseReader;
import org.fundwatch.alertapi.credit.CreditBook;
import org.fundwatch.alertapi.points.PointsBook;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Holder;
import org.springframework.stereotype.Service;

/** Puts profiles together. Thread-safe. */
@Service
final class Profiles {
  private static final String INSTITUTION = "alert.institution";
  private static final String DOCTOR = "alert.doctor";
  private static final int CITY_DIGITS = 4;

  private final ProfileSearch search;
  private final CaseReader cases;
  private final PointsBook points;
  private final CreditBook credit;
  private final Clock clock;

  Profiles(
      ProfileSearch search, CaseReader cases, PointsBook points, CreditBook credit, Clock clock) {
    this.search = search;
    this.cases = cases;
    this.points = points;
    this.credit = credit;
    this.clock = clock;
  }

  /**
   * An institution.
   *
   * @throws ProblemException when the caller sees no alert of it
   */
  InstitutionProfile institution(String code, Caller caller) {
    var told = told(INSTITUTION, "institution", code, caller);
    var last = told.last();
    var lines = lines(told, caller);
    return new InstitutionProfile(
        code,
        last.institutionName(),
        last.institutionLevel(),
        last.region(),
        told.findings(),
        CaseMoney.of(lines),
        institutionPeers(code, last, caller),
        lines,
        points
            .entries()
            .byInstitution(Holder.Kind.DOCTOR, List.of(code), Days.today(clock), caller)
            .getOrDefault(code, 0L),
        credit.report(Holder.institution(code), caller));
  }

  /**
   * A doctor.
   *
   * @throws ProblemException when the caller sees no alert of them
   */
  DoctorProfile doctor(String code, Caller caller) {
    var told = told(DOCTOR, "doctor", code, caller);
    var first = told.institutions().stream().findFirst().orElse("");
    return new DoctorProfile(
        code,
        told.institutions(),
        told.findings(),
        PeerPlace.of(
            code,
            "doctors whom alerts of institution %s name".formatted(first),
            told.last().region(),
            search.group(DOCTOR, List.of(ProfileSearch.term(INSTITUTION, first)), caller)),
        lines(told, caller),
        points.account(code, Days.today(clock).getYear(), caller),
        credit.report(Holder.doctor(code), caller));
  }

  private ProfileSearch.Told told(String field, String kind, String code, Caller caller) {
    return search
        .of(field, code, caller)
        .orElseThrow(() -> ProblemException.notFound("%s '%s': unknown".formatted(kind, code)));
  }

  private List<CaseLine> lines(ProfileSearch.Told told, Caller caller) {
    return cases.findAll(told.caseIds(), caller).stream()
        .limit(ProfileSearch.MOST_CASES)
        .map(CaseLine::of)
        .toList();
  }

  private PeerPlace institutionPeers(String code, ProfileSearch.Last last, Caller caller) {
    var city = last.region().substring(0, Math.min(CITY_DIGITS, last.region().length()));
    var kind = code.substring(0, 1);
    var level = last.institutionLevel();
    return PeerPlace.of(
        code,
        "institutions of city '%s' and level '%s' whose code begins with %s (H hospitals, P pharmacies), with alerts"
            .formatted(city, level, kind),
        city,
        search.group(
            INSTITUTION,
            List.of(
                ProfileSearch.prefix("alert.region", city),
                ProfileSearch.prefix(INSTITUTION, kind),
                ProfileSearch.term("alert.institutionLevel", level)),
            caller));
  }
}

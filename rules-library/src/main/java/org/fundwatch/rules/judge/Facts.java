package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.schema.SubjectType;

/**
 * A small world, whole: what the desks of the stream see one after the other.
 *
 * @param settlements with their lines
 * @param timeline of one person
 * @param packs sales of drug packs
 * @param doctorDays days of doctors
 * @param institutionDays days of institutions
 * @param institutionMonths months of institutions
 */
public record Facts(
    List<Settlement> settlements,
    Timeline timeline,
    List<PackSales> packs,
    List<DoctorDay> doctorDays,
    List<InstitutionDay> institutionDays,
    List<InstitutionMonth> institutionMonths) {

  public Facts {
    settlements = List.copyOf(settlements);
    packs = List.copyOf(packs);
    doctorDays = List.copyOf(doctorDays);
    institutionDays = List.copyOf(institutionDays);
    institutionMonths = List.copyOf(institutionMonths);
  }

  /** All that a rule of this subject type and look-back would be held against. */
  public List<Candidate> candidates(SubjectType type, long lookbackMillis) {
    List<Candidate> all = new ArrayList<>();
    switch (type) {
      case SETTLEMENT -> settlementSubjects().forEach(s -> all.addAll(s.settlement()));
      case LINE ->
          settlementSubjects().forEach(s -> s.lines().forEach(line -> all.addAll(s.line(line))));
      case ITEM_DAY ->
          settlementSubjects()
              .forEach(s -> s.itemDays().forEach(day -> all.addAll(s.itemDay(day))));
      case ENCOUNTER -> subjects().forEach(s -> all.addAll(s.encounter(lookbackMillis)));
      case PERSON -> subjects().forEach(s -> all.addAll(s.person(lookbackMillis)));
      case ITEM_USE ->
          subjects().forEach(s -> s.used().forEach(i -> all.addAll(s.itemUse(i, lookbackMillis))));
      case STAY_PAIR -> subjects().forEach(s -> all.addAll(s.stayPairs(lookbackMillis)));
      case STAY_VISIT -> subjects().forEach(s -> all.addAll(s.stayVisits()));
      case SUPPLY ->
          subjects()
              .forEach(s -> s.supplied().forEach(i -> all.addAll(s.supply(i, lookbackMillis))));
      case PACK -> packs.forEach(pack -> all.addAll(DeskSubjects.pack(pack)));
      case DOCTOR_DAY -> doctorDays.forEach(day -> all.addAll(DeskSubjects.doctorDay(day)));
      case INSTITUTION_DAY ->
          institutionDays.forEach(day -> all.addAll(DeskSubjects.institutionDay(day)));
      case INSTITUTION_MONTH ->
          institutionMonths.forEach(month -> all.addAll(DeskSubjects.institutionMonth(month)));
    }
    return all;
  }

  /** Everything that a judge finds. */
  public List<Finding> judgedBy(Judge judge) {
    List<Finding> findings = new ArrayList<>();
    settlements.forEach(settlement -> findings.addAll(judge.settlement(settlement)));
    timeline.encounters().forEach(one -> findings.addAll(judge.encounter(one, timeline)));
    packs.forEach(pack -> findings.addAll(judge.pack(pack)));
    doctorDays.forEach(day -> findings.addAll(judge.doctorDay(day)));
    institutionDays.forEach(day -> findings.addAll(judge.institutionDay(day)));
    institutionMonths.forEach(month -> findings.addAll(judge.institutionMonth(month)));
    return findings;
  }

  private List<TimelineSubjects> subjects() {
    List<TimelineSubjects> subjects = new ArrayList<>();
    for (Encounter encounter : timeline.encounters()) {
      subjects.add(new TimelineSubjects(encounter, timeline));
    }
    return subjects;
  }

  private List<SettlementSubjects> settlementSubjects() {
    return settlements.stream().map(SettlementSubjects::new).toList();
  }
}

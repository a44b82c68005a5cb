package org.fundwatch.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.settlement.Settlement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TruthTest {

  private static SampleRun run;
  private static Map<String, Settlement> byId;

  @BeforeAll
  static void simulate() {
    run = SampleRun.of(SampleRun.RICH);
    byId = new HashMap<>();
    run.settlements().forEach(s -> byId.put(s.settlementId(), s));
  }

  @Test
  void truth_everyFraudInEveryForm_andEveryLookAlike() {
    List<TruthEntry> frauds = run.truth.stream().filter(TruthEntry::fraudulent).toList();

    for (FraudKind kind : FraudKind.values()) {
      for (Form form : Form.values()) {
        assertThat(frauds)
            .as("%s %s", kind, form)
            .anyMatch(entry -> entry.fraud() == kind && entry.form().equals(form.name()));
      }
    }
    assertThat(run.truth.stream().map(TruthEntry::lookAlike).distinct())
        .containsAll(Arrays.stream(LookAlike.values()).map(Enum::name).toList());
  }

  @Test
  void truth_forms_areSixtyTwentyFiveFifteen() {
    Map<String, Long> forms =
        run.truth.stream()
            .filter(TruthEntry::fraudulent)
            .collect(groupingBy(TruthEntry::form, counting()));
    double all = forms.values().stream().mapToLong(count -> count).sum();

    assertThat(forms.getOrDefault("OBVIOUS", 0L) / all).isCloseTo(.60, within(.03));
    assertThat(forms.getOrDefault("BORDERLINE", 0L) / all).isCloseTo(.25, within(.03));
    assertThat(forms.getOrDefault("EVASIVE", 0L) / all).isCloseTo(.15, within(.03));
  }

  @Test
  void truth_lookAlikes_areThreeTimesAsMany() {
    for (FraudKind kind : FraudKind.values()) {
      long frauds = run.truth.stream().filter(e -> e.fraud() == kind && e.fraudulent()).count();
      long honest = run.truth.stream().filter(e -> e.fraud() == kind && !e.fraudulent()).count();

      assertThat(honest).as("%s", kind).isGreaterThanOrEqualTo(3 * frauds);
    }
  }

  @Test
  void truth_whatItNames_isInTheStream() {
    for (TruthEntry entry : run.truth) {
      assertThat(entry.settlementIds()).as(entry.id()).isNotEmpty();
      for (String id : entry.settlementIds()) {
        Settlement s = byId.get(id);
        assertThat(s).as(entry.id() + " " + id).isNotNull();
        assertThat(entry.encounterIds()).contains(s.encounterId());
        assertThat(entry.persons()).contains(s.person().id());
        s.traceCodes().forEach(trace -> assertThat(entry.traceCodes()).contains(trace.code()));
      }
      assertThat(entry.story()).endsWith(".");
      assertThat(entry.storyChinese()).endsWith("。");
      assertThat(entry.fromDay()).isLessThanOrEqualTo(entry.toDay());
    }
  }

  @Test
  void truth_wrongLines_areChargedLines() {
    Map<String, Settlement> byEncounter = new HashMap<>();
    byId.values().forEach(s -> byEncounter.put(s.encounterId(), s));

    assertThat(run.truth.stream().flatMap(entry -> entry.lineIds().stream()))
        .isNotEmpty()
        .allSatisfy(
            place -> {
              int slash = place.indexOf('/');
              Settlement s = byEncounter.get(place.substring(0, slash));
              assertThat(s).isNotNull();
              assertThat(s.lines()).anyMatch(line -> place.endsWith('/' + line.id()));
            });
  }

  @Test
  void truth_amounts_areLossesOfFraudOnly() {
    assertThat(run.truth)
        .allMatch(entry -> entry.fraudulent() || entry.amountFen() == 0, "honest care costs 0");
    assertThat(run.truth.stream().filter(TruthEntry::fraudulent))
        .allMatch(entry -> entry.amountFen() > 0, "fraud costs the fund");
  }

  @Test
  void truth_frauds_happenAtFewInstitutionsMostly() {
    Map<String, Long> stays =
        run.truth.stream()
            .filter(TruthEntry::fraudulent)
            .filter(entry -> entry.fraud() == FraudKind.UPCODING)
            .collect(groupingBy(TruthEntry::institution, counting()));

    assertThat(stays.size()).isLessThanOrEqualTo(4);
  }
}

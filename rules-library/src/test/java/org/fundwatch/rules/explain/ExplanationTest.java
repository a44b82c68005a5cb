package org.fundwatch.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleLibrary;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.cases.CaseReader;
import org.fundwatch.rules.cases.RuleCase;
import org.fundwatch.rules.explain.Explanation.Answer;
import org.fundwatch.rules.explain.Explanation.Step;
import org.fundwatch.rules.judge.EventFacts;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.judge.RuleProbe;
import org.fundwatch.rules.source.Issues;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final String IP01 = "IP01-split-admission";
  private static final RuleBundle BUNDLE = RuleBundle.builtIn();

  @Test
  void caseThatFires_isExplainedToItsSentence() throws RuleSetException {
    Explanation one = only(IP01, "other doctor, other ward, within a week");

    assertThat(one.applies()).isTrue();
    assertThat(one.parts()).hasSizeGreaterThan(4).allMatch(part -> part.answer() == Answer.YES);
    assertThat(one.exceptions()).isNotEmpty().allMatch(step -> step.answer() == Answer.NO);
    assertThat(one.parameters())
        .extracting(Explanation.Value::name)
        .contains("param.window", "param.threshold");
    assertThat(one.facts()).extracting(Explanation.Value::name).contains("gap", "score");
    assertThat(one.facts()).noneMatch(fact -> fact.name().startsWith("part_of"));
    assertThat(one.finding()).isPresent();
    assertThat(one.finding().orElseThrow().sentenceZh()).contains("出院后仅 2 天又入院");
  }

  @Test
  void caseOfAnotherInstitution_namesThePartThatDoesNotHold() throws RuleSetException {
    Explanation one = only(IP01, "another institution");

    assertThat(one.finding()).isEmpty();
    assertThat(one.parts())
        .filteredOn(part -> part.answer() == Answer.NO)
        .extracting(Step::text)
        .contains("pair.same_institution");
  }

  @Test
  void excusedCase_namesTheException() throws RuleSetException {
    Explanation one = only(IP01, "announced readmission");

    assertThat(one.finding()).isEmpty();
    assertThat(one.parts()).allMatch(part -> part.answer() == Answer.YES);
    assertThat(one.exceptions())
        .filteredOn(step -> step.answer() == Answer.YES)
        .singleElement()
        .satisfies(step -> assertThat(step.text()).startsWith("planned-readmission: "));
  }

  @Test
  void ruleThatDoesNotJudge_saysSo() throws RuleSetException {
    Map<String, String> files = new TreeMap<>(BUNDLE.files());
    files.computeIfPresent(
        "rules/admission/" + IP01 + "/rule.yaml",
        (path, text) ->
            text.replace("status: active", "status: shadow")
                .replaceFirst("valid: .*", "valid: {from: 2030-01-01}"));
    RuleBundle changed = RuleBundle.of(files);

    Explanation one =
        RuleLibrary.probe(changed, IP01)
            .on(RuleLibrary.caseFacts(changed, IP01, "other doctor, other ward, within a week"))
            .get(0);

    assertThat(one.checks())
        .filteredOn(check -> check.answer() == Answer.NO)
        .extracting(Step::text)
        .containsExactly("status is active", "valid: from 2030-01-01 to always");
    assertThat(one.finding()).isEmpty();
    assertThat(one.parts()).allMatch(part -> part.answer() == Answer.YES);
  }

  @Test
  void itemThatNoTableKnows_isPassedOverByTheIndex() throws RuleSetException {
    Facts facts = RuleLibrary.caseFacts(BUNDLE, IP01, "another institution");

    assertThat(RuleLibrary.probe(BUNDLE, "RX01-sex-limit").on(facts))
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.applies()).isFalse();
              assertThat(one.checks())
                  .filteredOn(check -> check.answer() == Answer.NO)
                  .singleElement()
                  .satisfies(check -> assertThat(check.text()).startsWith("index: "));
            });
  }

  @Test
  void explanations_agreeWithTheCases() throws RuleSetException {
    for (String id :
        List.of(IP01, "RX01-sex-limit", "FE06-daily-frequency", "PH01-trace-code-elsewhere")) {
      RuleProbe probe = RuleLibrary.probe(BUNDLE, id);
      String file =
          only(id).files().keySet().stream()
              .filter(path -> path.endsWith("/cases.yaml"))
              .findFirst()
              .orElseThrow();
      List<RuleCase> cases =
          CaseReader.read(file, BUNDLE.files().getOrDefault(file, ""), new Issues());
      for (RuleCase one : cases) {
        assertThat(probe.on(one.facts()).stream().anyMatch(it -> it.finding().isPresent()))
            .as(id + ": " + one.name())
            .isEqualTo(one.fires());
      }
      assertThat(cases).hasSizeGreaterThan(1);
    }
  }

  @Test
  void events_giveWhatTheCaseGives() throws RuleSetException {
    Facts facts = RuleLibrary.caseFacts(BUNDLE, IP01, "other doctor, other ward, within a week");
    List<SettlementEvent> events = new ArrayList<>();
    for (Settlement settlement : facts.settlements()) {
      events.add(0, event(settlement));
    }

    List<Finding> found =
        EventFacts.of(events).stream()
            .flatMap(one -> probe(IP01).on(one).stream())
            .flatMap(one -> one.finding().stream())
            .toList();

    assertThat(found)
        .containsExactly(
            only(IP01, "other doctor, other ward, within a week").finding().orElseThrow());
    assertThat(found.get(0).id())
        .isEqualTo(FindingIds.finding(IP01, found.get(0).subject(), found.get(0).anchors()));
  }

  @Test
  void unknownNames_areSuggested() {
    assertThatThrownBy(() -> RuleLibrary.probe(BUNDLE, "IP01-split-admision"))
        .hasMessage(
            "rule 'IP01-split-admision': unknown; did you mean 'IP01-split-admission'?"
                + " all of them: ./fundwatch rules list");
    assertThatThrownBy(() -> RuleLibrary.caseFacts(BUNDLE, IP01, "anouther institution"))
        .hasMessageStartingWith(
            "case 'anouther institution' of IP01-split-admission: unknown;"
                + " did you mean 'another institution'? allowed: ");
  }

  @Test
  void catalogueId_isEnoughWhereOneRuleHasIt() throws RuleSetException {
    assertThat(RuleLibrary.document(BUNDLE, "fe06").info().id()).isEqualTo("FE06-daily-frequency");
  }

  private static RuleProbe probe(String id) {
    try {
      return RuleLibrary.probe(BUNDLE, id);
    } catch (RuleSetException e) {
      throw new AssertionError(e);
    }
  }

  /** A bundle of one rule. */
  private static RuleBundle only(String id) {
    Map<String, String> files = new TreeMap<>(BUNDLE.files());
    files.keySet().removeIf(path -> path.startsWith("rules/") && !path.contains("/" + id + "/"));
    return RuleBundle.of(files);
  }

  private static Explanation only(String id, String name) throws RuleSetException {
    return RuleLibrary.probe(BUNDLE, id).on(RuleLibrary.caseFacts(BUNDLE, id, name)).get(0);
  }

  private static SettlementEvent event(Settlement settlement) {
    return new SettlementEvent(
        SettlementEvent.SCHEMA,
        EventKind.SETTLED,
        "2304",
        "M" + settlement.settlementId(),
        settlement.settledMillis(),
        "",
        settlement,
        Map.of());
  }
}

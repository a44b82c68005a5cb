package org.fundwatch.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.domain.reference.Grouper.Coded;
import org.fundwatch.domain.settlement.Grouping;
import org.junit.jupiter.api.Test;

class GrouperTest {

  private static final String TERTIARY = "02";
  private static final String PNEUMONIA = "J18.900";
  private static final String RESPIRATORY_FAILURE = "J96.000";
  private static final String LOW_POTASSIUM = "E87.600";

  private final Grouper grouper = new Grouper(Reference.builtIn());

  @Test
  void group_withoutComplication_isTheFifth() {
    assertThat(grouper.group(pneumonia())).contains(new Grouping("DRG", "ES35", 5500, 726_000));
  }

  @Test
  void group_complication_raisesTheLastCharacter() {
    assertThat(code(pneumonia(LOW_POTASSIUM))).isEqualTo("ES33");
    assertThat(code(pneumonia(LOW_POTASSIUM, RESPIRATORY_FAILURE))).isEqualTo("ES31");
    assertThat(code(pneumonia(LOW_POTASSIUM, RESPIRATORY_FAILURE).without(RESPIRATORY_FAILURE)))
        .isEqualTo("ES33");
  }

  @Test
  void group_stageOfTheSameDisease_isNoComplication() {
    assertThat(code(pneumonia("J18.903"))).isEqualTo("ES35");
  }

  @Test
  void group_arrestOfOneWhoDied_isNoComplication() {
    assertThat(code(coded("I50.900", List.of("I46.900"), List.of(), 70, "1"))).isEqualTo("FR21");
    assertThat(code(coded("I50.900", List.of("I46.900"), List.of(), 70, "5"))).isEqualTo("FR25");
  }

  @Test
  void group_operation_goesBeforeTheDiagnosis() {
    assertThat(code(coded("K80.101", List.of(), List.of(), 50, "1"))).isEqualTo("HU15");
    assertThat(code(coded("K80.101", List.of(), List.of("51.2300"), 50, "1"))).isEqualTo("HC25");
    assertThat(code(coded("J18.900", List.of(), List.of("96.7201"), 50, "1"))).isEqualTo("AH15");
  }

  @Test
  void group_undivided_isTheNinth() {
    assertThat(code(coded("H25.000", List.of(), List.of("13.4100x001"), 70, "1")))
        .isEqualTo("CB39");
  }

  @Test
  void group_newborn_needsTheAge() {
    assertThat(code(coded("P59.900", List.of(), List.of(), 0, "1"))).isEqualTo("PU15");
    assertThat(grouper.group(coded("P59.900", List.of(), List.of(), 30, "1"))).isEmpty();
  }

  @Test
  void group_everyDiagnosisOfTheTable_findsAGroup() {
    assertThat(Reference.builtIn().diagnoses())
        .allMatch(
            entry -> {
              int age = Math.max(entry.limits().minAge(), Math.min(50, entry.limits().maxAge()));
              return grouper.group(coded(entry.code(), List.of(), List.of(), age, "1")).isPresent();
            },
            "has a group");
  }

  @Test
  void group_unknownLevel_hasNoStandard() {
    assertThat(grouper.group(new Coded(PNEUMONIA, List.of(), List.of(), 50, "1", "")))
        .contains(new Grouping("DRG", "ES35", 5500, 0));
  }

  private Coded pneumonia(String... others) {
    return coded(PNEUMONIA, List.of(others), List.of(), 50, "1");
  }

  private static Coded coded(
      String main, List<String> others, List<String> operations, int age, String way) {
    return new Coded(main, others, operations, age, way, TERTIARY);
  }

  private String code(Coded stay) {
    return grouper.group(stay).orElseThrow().code();
  }
}

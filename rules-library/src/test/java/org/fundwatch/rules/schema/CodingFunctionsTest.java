package org.fundwatch.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.cases.CaseReader;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.KnowledgeReader;
import org.fundwatch.rules.knowledge.KnowledgeTable;
import org.fundwatch.rules.source.Issues;
import org.junit.jupiter.api.Test;

/** What the coding functions say follows the tables they are handed. */
class CodingFunctionsTest {

  private static GroupingBook book(String before, String after) {
    Issues issues = new Issues();
    List<KnowledgeTable> tables = new ArrayList<>();
    RuleBundle.builtIn()
        .files()
        .forEach(
            (path, text) -> {
              if (path.startsWith("knowledge/")) {
                tables.add(KnowledgeReader.read(path, text.replace(before, after), issues));
              }
            });
    assertThat(issues.sorted()).isEmpty();
    return GroupingBook.of(tables);
  }

  private static List<EncounterView> stays(String rows) {
    Issues issues = new Issues();
    Facts facts =
        CaseReader.read(
                "test", "cases:\n  - {name: a, expect: quiet, stays: [" + rows + "]}\n", issues)
            .get(0)
            .facts();
    assertThat(issues.sorted()).isEmpty();
    return facts.timeline().encounters().stream().map(EncounterView::new).toList();
  }

  @Test
  void codedWeight_ofOneViewUnderTwoRuleSets_isThatOfEach() {
    GroupingBook shipped = book("", "");
    GroupingBook other = book("ES33,0.80,", "ES33,0.91,");
    EncounterView stay =
        stays("{id: A, in: 2026-03-02T09:00, out: 2026-03-08T10:00, diagnosis: [J18.900, E87.600]}")
            .get(0);

    assertThat(CodingFunctions.codedWeight(shipped, stay)).isEqualTo(0.80);
    assertThat(CodingFunctions.codedWeight(other, stay)).isEqualTo(0.91);
    assertThat(CodingFunctions.codedWeight(shipped, stay)).isEqualTo(0.80);
    assertThat(stay.coded(shipped)).isSameAs(stay.coded(shipped));
  }

  @Test
  void codedWeight_overNewYear_isThatOfTheDischarge() {
    GroupingBook book =
        book(
            "drg,weight:number,name,from,to,region,source\n",
            """
            drg,weight:number,name,from,to,region,source
            ES35,0.70,,2026-01-01,,3201,city
            """);
    List<EncounterView> stays =
        stays(
            "{id: A, in: 2025-12-20T09:00, out: 2025-12-31T10:00, diagnosis: J18.900},"
                + " {id: B, in: 2025-12-28T09:00, out: 2026-01-01T10:00, diagnosis: J18.900}");

    assertThat(CodingFunctions.codedWeight(book, stays.get(0))).isEqualTo(0.55);
    assertThat(CodingFunctions.codedWeight(book, stays.get(1))).isEqualTo(0.70);
  }

  @Test
  void complicationClass_dependsOnTheMainDiagnosis() {
    GroupingBook book = book("", "");
    List<EncounterView> stays =
        stays(
            "{id: A, in: 2026-01-02T09:00, out: 2026-01-08T10:00, diagnosis: [J18.900, J18.903]},"
                + " {id: B, in: 2026-03-02T09:00, out: 2026-03-08T10:00, diagnosis: [J15.900, J18.903]}");

    assertThat(CodingFunctions.complicationClass(book, stays.get(0), "J18.903")).isEmpty();
    assertThat(CodingFunctions.complicationClass(book, stays.get(1), "J18.903")).isEqualTo("MCC");
    assertThat(CodingFunctions.complicationClass(book, stays.get(1), "N18.900")).isEqualTo("CC");
    assertThat(CodingFunctions.complicationClass(book, stays.get(1), "Z00.000")).isEmpty();
  }

  @Test
  void mergedStandard_ofStaysPaidByDisease_isThatOfTheDearerOne() {
    GroupingBook book = book("", "");
    List<EncounterView> stays =
        stays(
            "{id: A, in: 2026-01-02T09:00, out: 2026-01-08T10:00, diagnosis: J18.900, system: DIP,"
                + " group: \"J18.9:\", level: \"02\"},"
                + " {id: B, in: 2026-01-09T09:00, out: 2026-01-12T10:00, diagnosis: J44.100, system: DIP,"
                + " group: \"J44.1:\", level: \"02\"},"
                + " {id: C, in: 2026-01-19T09:00, out: 2026-01-22T10:00, diagnosis: J44.100, system: DIP,"
                + " group: \"J44.9:\", level: \"02\"}");

    assertThat(CodingFunctions.mergedStandardFen(book, stays.get(0), stays.get(1)))
        .isEqualTo(598_000);
    assertThat(CodingFunctions.mergedStandardFen(book, stays.get(1), stays.get(2))).isZero();
  }

  @Test
  void chronic_codeThatTheTableLacks_isLikeItsNearestRelatives() {
    assertThat(ChronicDiseases.contain("J44.101")).isTrue();
    assertThat(ChronicDiseases.contain("E11.900")).isTrue();
    assertThat(ChronicDiseases.contain("E11.101")).isFalse();
    assertThat(ChronicDiseases.contain("E11.102")).isFalse();
    assertThat(ChronicDiseases.contain("X99.900")).isFalse();
  }
}

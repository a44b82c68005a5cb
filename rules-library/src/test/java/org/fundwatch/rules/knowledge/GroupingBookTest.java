package org.fundwatch.rules.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.DiagnosisEntry;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.Grouper.Coded;
import org.fundwatch.domain.reference.GroupingTables;
import org.fundwatch.domain.reference.HospitalLevel;
import org.fundwatch.domain.reference.OperationEntry;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.source.Issues;
import org.junit.jupiter.api.Test;

class GroupingBookTest {

  private static final String PNEUMONIA = "J18.900";
  private static final String RESPIRATORY_FAILURE = "J96.000";
  private static final String HANGZHOU = "330100";
  private static final String NANJING = "320100";
  private static final int DAY = day("2026-03-02");

  private static int day(String day) {
    return (int) LocalDate.parse(day).toEpochDay();
  }

  // Rows without the source, by table
  private final Map<String, List<String>> rows = new HashMap<>();

  private GroupingBook book() {
    Map<String, String> headers =
        Map.of(
            "adrg-definitions", "adrg,rank:int,diagnoses,operations,max_age:int",
            "mcc", "diagnosis,exclusion_group",
            "cc", "diagnosis,exclusion_group",
            "cc-exclusions", "diagnosis,exclusion_group",
            "drg-weights", "drg,weight:number",
            "payment-rates", "level,fen:int",
            "payment-standards", "group,level,fen:int");
    Issues issues = new Issues();
    List<KnowledgeTable> tables = new ArrayList<>();
    headers.forEach(
        (name, header) -> {
          StringBuilder text = new StringBuilder(header + ",from,to,region,source\n");
          rows.getOrDefault(name, List.of()).forEach(row -> text.append(row).append(",test\n"));
          tables.add(KnowledgeReader.read("knowledge/" + name + ".csv", text.toString(), issues));
        });
    GroupingBook.check(tables, issues);
    assertThat(issues.sorted()).isEmpty();
    return GroupingBook.of(tables);
  }

  private GroupingBookTest with(String table, String... some) {
    rows.put(table, List.of(some));
    return this;
  }

  private GroupingBookTest withPneumonia() {
    return with("adrg-definitions", "ES3,1,J18 J15,,200,,,")
        .with("mcc", "J96.000,109,,,", "Z99.100,999,,,")
        .with("cc", "E87.600,52,,,", "J18.903,101,,,")
        .with("cc-exclusions", "J18,101,,,", "J18.900,109,,,")
        .with("drg-weights", "ES31,1.2504,,,", "ES33,0.8,,,", "ES35,0.55,,,")
        .with("payment-rates", "02,1000000,,,");
  }

  private static Coded coded(String main, String... others) {
    return new Coded(main, List.of(others), List.of(), 50, "1", "02");
  }

  private static KnowledgeTable shipped(String path, String text) {
    return KnowledgeReader.read(path, text, new Issues());
  }

  @Test
  void shippedTables_agreeWithTheBuiltInOnes() {
    List<KnowledgeTable> tables = new ArrayList<>();
    RuleBundle.builtIn()
        .files()
        .forEach(
            (path, text) -> {
              if (path.startsWith("knowledge/")) {
                tables.add(shipped(path, text));
              }
            });
    GroupingTables shipped = GroupingBook.of(tables).at(DAY, NANJING);
    Reference builtIn = Reference.builtIn();

    assertThat(builtIn.groups())
        .allMatch(group -> builtIn.weightE4(group.code()).equals(shipped.weightE4(group.code())))
        .allMatch(
            group ->
                builtIn.standardFen(group.code(), "02") == shipped.standardFen(group.code(), "02"));
    Grouper one = new Grouper(builtIn);
    Grouper other = new Grouper(shipped);
    SplittableRandom random = new SplittableRandom(20261122);
    List<DiagnosisEntry> diagnoses = List.copyOf(builtIn.diagnoses());
    List<OperationEntry> operations = List.copyOf(builtIn.operations());
    List<String> levels = builtIn.levels().stream().map(HospitalLevel::code).toList();
    int grouped = 0;
    for (int i = 0; i < 20_000; i++) {
      Coded stay =
          new Coded(
              diagnoses.get(random.nextInt(diagnoses.size())).code(),
              random
                  .ints(random.nextInt(5), 0, diagnoses.size())
                  .mapToObj(at -> diagnoses.get(at).code())
                  .toList(),
              random
                  .ints(random.nextInt(2), 0, operations.size())
                  .mapToObj(at -> operations.get(at).code())
                  .toList(),
              random.nextInt(100),
              random.nextBoolean() ? "1" : "5",
              levels.get(random.nextInt(levels.size())));
      assertThat(other.group(stay)).isEqualTo(one.group(stay));
      grouped += one.group(stay).isPresent() ? 1 : 0;
    }
    assertThat(grouped).isGreaterThan(10_000);
  }

  @Test
  void complication_mainDiagnosisOfItsGroup_excludesIt() {
    GroupingInForce tables = withPneumonia().book().at(DAY, NANJING);

    assertThat(tables.complication(RESPIRATORY_FAILURE, "J15.900")).isEqualTo(Complication.MCC);
    assertThat(tables.complication(RESPIRATORY_FAILURE, PNEUMONIA)).isEqualTo(Complication.NONE);
    assertThat(tables.complication("E87.600", PNEUMONIA)).isEqualTo(Complication.CC);
    assertThat(tables.complication("Z99.100", PNEUMONIA)).isEqualTo(Complication.MCC);
    assertThat(tables.complication("I10.x00", PNEUMONIA)).isEqualTo(Complication.NONE);
  }

  @Test
  void complication_longestBeginningOfTheMainDiagnosis_saysItsGroup() {
    GroupingInForce tables = withPneumonia().book().at(DAY, NANJING);

    assertThat(tables.complication("J18.903", "J18.100")).isEqualTo(Complication.NONE);
    assertThat(tables.complication("J18.903", PNEUMONIA)).isEqualTo(Complication.CC);
  }

  @Test
  void group_withoutAMemberOfItsOwn_takesTheNextLowerOne() {
    GroupingBook book = withPneumonia().with("drg-weights", "ES31,1.25,,,", "ES35,0.55,,,").book();

    assertThat(book.at(DAY, NANJING).weight(coded(PNEUMONIA, "E87.600"))).isEqualTo(0.55);
    assertThat(book.at(DAY, NANJING).weight(coded("J15.900", RESPIRATORY_FAILURE))).isEqualTo(1.25);
  }

  @Test
  void at_dayOfService_decidesWhichRowsHold() {
    GroupingBook book =
        withPneumonia()
            .with("drg-weights", "ES35,0.55,,2025-12-31,", "ES35,0.61,2026-01-01,,")
            .with("payment-rates", "02,1000000,2026-01-01,,")
            .book();

    assertThat(book.at(day("2025-12-31"), NANJING).weight(coded(PNEUMONIA))).isEqualTo(0.55);
    assertThat(book.at(day("2026-01-01"), NANJING).weight(coded(PNEUMONIA))).isEqualTo(0.61);
    assertThat(book.at(day("2025-12-31"), NANJING).standardFen("ES35", "02")).isZero();
    assertThat(book.at(day("2026-01-01"), NANJING).standardFen("ES35", "02")).isEqualTo(610_000);
  }

  @Test
  void at_regionWithAListOfItsOwn_knowsNoOther() {
    GroupingBook book =
        withPneumonia()
            .with("drg-weights", "ES33,0.8,,,", "ES35,0.55,,,", "ES35,0.7,2026-01-01,,3301")
            .book();

    assertThat(book.at(DAY, HANGZHOU).weight(coded(PNEUMONIA))).isEqualTo(0.7);
    assertThat(book.at(DAY, HANGZHOU).weightE4("ES33")).isEmpty();
    assertThat(book.at(DAY, NANJING).weight(coded(PNEUMONIA))).isEqualTo(0.55);
    assertThat(book.at(day("2025-12-31"), HANGZHOU).weightE4("ES33")).hasValue(8000);
  }

  @Test
  void at_placesAndDaysAlike_areOne() {
    GroupingBook book = withPneumonia().book();

    assertThat(book.at(DAY, HANGZHOU))
        .isSameAs(book.at(day("1999-01-01"), NANJING))
        .isSameAs(book.at(DAY, ""));
  }

  @Test
  void standard_ofTheLevel_goesBeforeThatOfAll_andBothBeforeTheRate() {
    GroupingInForce tables =
        withPneumonia()
            .with("payment-standards", "ES35,,480000,,,", "ES35,05,430000,,,", "J18.9:,,90,,,")
            .book()
            .at(DAY, NANJING);

    assertThat(tables.standardFen("ES35", "05")).isEqualTo(430_000);
    assertThat(tables.standardFen("ES35", "02")).isEqualTo(480_000);
    assertThat(tables.standardFen("ES33", "02")).isEqualTo(800_000);
    assertThat(tables.standardFen("ES33", "09")).isZero();
    assertThat(tables.publishedFen("J18.9:", "02")).hasValue(90);
    assertThat(tables.publishedFen("ES33", "02")).isEmpty();
  }

  @Test
  void book_withoutItsTables_knowsNothing() {
    GroupingInForce tables = GroupingBook.of(List.of()).at(DAY, NANJING);

    assertThat(tables.weight(coded(PNEUMONIA))).isZero();
    assertThat(tables.complication(RESPIRATORY_FAILURE, "J15.900")).isEqualTo(Complication.NONE);
  }

  @Test
  void check_otherColumns_areAnIssue() {
    Issues issues = new Issues();
    GroupingBook.check(
        List.of(
            shipped("knowledge/mcc.csv", "code,exclusion_group,from,to,region,source\n"),
            shipped("knowledge/drg-weights.csv", "drg,weight,from,to,region,source\n")),
        issues);

    assertThat(issues.sorted().stream().map(Object::toString))
        .containsExactly(
            "knowledge/drg-weights.csv:1:1: columns drg,weight; drg,weight:number to begin with",
            "knowledge/mcc.csv:1:1: columns code,exclusion_group; diagnosis,exclusion_group to"
                + " begin with");
  }
}

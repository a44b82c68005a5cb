package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleLibrary;
import org.junit.jupiter.api.Test;

/** Lists that stays are grouped by: what is read from them, and what the rules then say. */
class GroupingListsTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

  @Test
  void plainLists_needNoHeader() throws Exception {
    assertThat(told(Registry.MCC, "MCC.dat", "A01.100 1\r\nA02.201+J17.0* 1\nZ99.100\t999"))
        .containsExactly(
            "mcc{diagnosis=A01.100, exclusion_group=1, name=} MCC.dat row 1",
            "mcc{diagnosis=A02.201+J17.0*, exclusion_group=1, name=} MCC.dat row 2",
            "mcc{diagnosis=Z99.100, exclusion_group=999, name=} MCC.dat row 3");
    assertThat(told(Registry.CC_EXCLUSIONS, "CCE.txt", "code group\nA00.100 1\n"))
        .hasSize(1)
        .allMatch(text -> text.startsWith("CCE.txt:1: no column 'exclusion_group'"));
    assertThat(told(Registry.CC_EXCLUSIONS, "CCE.txt", "code exclusion\nA00.100 1\n"))
        .containsExactly("cc-exclusions{diagnosis=A00.100, exclusion_group=1} CCE.txt row 2");
  }

  @Test
  void rowsNotUnderstood_areListedByFileRowAndReason() throws Exception {
    assertThat(told(Registry.CC, "CC.dat", "A01.100 1\nA01.1OO 1\n\nA01.200\nA01.100 2\n"))
        .containsExactly(
            "cc{diagnosis=A01.100, exclusion_group=1, name=} CC.dat row 1",
            "cc{diagnosis=A01.100, exclusion_group=2, name=} CC.dat row 5",
            "CC.dat: CC.dat!2: diagnosis 'A01.1OO'; a code such as J18.900 or J18",
            "CC.dat: CC.dat!4: no exclusion_group; every row has one");
    assertThat(
            told(
                Registry.DRG_WEIGHTS,
                "w.csv",
                """
                drg_code,name,weight
                AA19,心脏移植,18.2858
                AB19,肝移植,0
                AC19,移植,1.23456
                AA19,心脏移植,18.2858
                AA19,心脏移植,17
                ,移植,1
                """))
        .containsExactly(
            "drg-weights{drg=AA19, weight=18.2858, name=心脏移植} w.csv row 2",
            "drg-weights{drg=AA19, weight=18.2858, name=心脏移植} w.csv row 5",
            "w.csv: w.csv!3: weight '0'; a number above 0 with at most four decimals",
            "w.csv: w.csv!4: weight '1.23456'; a number above 0 with at most four decimals",
            "w.csv: w.csv!6: AA19 again, otherwise than in w.csv row 2; one row for each",
            "w.csv: w.csv!7: no drg; every row has one");
  }

  @Test
  void standards_areYuanInTheListAndFenInTheTable() throws Exception {
    assertThat(
            told(
                Registry.PAYMENT_STANDARDS,
                "s.csv",
                "病种编码,病种名称,医院等级,支付标准\nJ18.9:,肺炎,三甲,4620.5\nES35,呼吸系统感染,,5500\nES33,,,1万\n"))
        .containsExactly(
            "payment-standards{group=J18.9:, level=02, fen=462050, name=肺炎} s.csv row 2",
            "payment-standards{group=ES35, level=, fen=550000, name=呼吸系统感染} s.csv row 3",
            "s.csv: s.csv!4: fen '1万'; yuan above 0 with at most two decimals");
    assertThat(told(Registry.PAYMENT_RATES, "r.csv", "等级,费率\n三级甲等,13200\nDIP,9.87\n"))
        .containsExactly(
            "payment-rates{level=02, fen=1320000, name=} r.csv row 2",
            "payment-rates{level=DIP, fen=987, name=} r.csv row 3");
    assertThat(told(Registry.DIP_POINTS, "p.csv", "病种编码,分值\nJ18.9:,462.5\n"))
        .containsExactly("dip-points{disease=J18.9:, points=462.5, name=} p.csv row 2");
    assertThat(told(Registry.DRG_GROUPS, "g.csv", "code,name\nAA19,心脏移植\n"))
        .containsExactly("drg-groups{drg=AA19, name=心脏移植} g.csv row 2");
    assertThat(
            told(
                Registry.ADRG_DEFINITIONS,
                "a.csv",
                "adrg,rank,diagnoses,operations,name\nES3,1,J18 J15,,呼吸系统感染\n"))
        .containsExactly(
            "adrg-definitions{adrg=ES3, rank=1, diagnoses=J18 J15, operations=, max_age=200,"
                + " name=呼吸系统感染} a.csv row 2");
  }

  @Test
  void wholeList_endsEveryRowOfItsRegion_andNoOther() throws Exception {
    ReleaseImport intake = new ReleaseImport(library());
    intake.add(
        Registry.MCC,
        list(Registry.MCC, "MCC.dat", "N17.900 145\nJ96.000 109\n"),
        new TableUpdate.Terms("mcc 2025", FIRST, ""));
    intake.add(
        Registry.MCC,
        list(Registry.MCC, "MCC.dat", "J96.000 109\n"),
        new TableUpdate.Terms("mcc 2026", FIRST.plusYears(1), ""));
    intake.add(
        Registry.MCC,
        list(Registry.MCC, "city.dat", "I50.101 95\n"),
        new TableUpdate.Terms("mcc city", FIRST, "3301"));

    assertThat(intake.library().files().get("knowledge/mcc.csv"))
        .isEqualTo(
            """
            diagnosis,exclusion_group,name,from,to,region,source
            N17.900,N17,,,2026-02-28,,ours: x
            R57.200,R57,,,2026-02-28,,ours: x
            N17.900,145,,2026-03-01,2027-02-28,,mcc 2025: MCC.dat row 1
            J96.000,109,,2026-03-01,,,mcc 2025: MCC.dat row 2
            I50.101,95,,2026-03-01,,3301,mcc city: city.dat row 1
            """);
    assertThat(intake.superseded()).isEqualTo(2);
    assertThat(intake.unused()).isEmpty();
  }

  @Test
  void wholeList_fromBeforeTheOneInTheTable_isRefused() throws Exception {
    ReleaseImport intake = new ReleaseImport(library());
    Release list = list(Registry.MCC, "MCC.dat", "N17.900 145\n");
    intake.add(Registry.MCC, list, new TableUpdate.Terms("a", FIRST, ""));

    assertThatThrownBy(
            () ->
                intake.add(Registry.MCC, list, new TableUpdate.Terms("b", FIRST.minusDays(1), "")))
        .isInstanceOf(ReleaseException.class)
        .hasMessage("mcc.csv: version of b is from 2026-03-01; a day not before it");
  }

  /** Renal failure is no complication of pneumonia any more from the first day of March. */
  @Test
  void rules_judgeByTheListOfTheDayAndRegion() throws Exception {
    assertThat(verdicts(library())).containsExactly("A fires", "B fires", "C fires");

    ReleaseImport everywhere = new ReleaseImport(library());
    everywhere.add(
        Registry.MCC,
        list(Registry.MCC, "MCC.dat", "J96.000 109\n"),
        new TableUpdate.Terms("mcc", FIRST, ""));
    assertThat(verdicts(everywhere.library())).containsExactly("A fires", "B quiet", "C quiet");

    ReleaseImport excluded = new ReleaseImport(library());
    excluded.add(
        Registry.CC_EXCLUSIONS,
        list(Registry.CC_EXCLUSIONS, "CCE.dat", "J18.900 N17\n"),
        new TableUpdate.Terms("cce", FIRST, ""));
    assertThat(verdicts(excluded.library())).containsExactly("A fires", "B quiet", "C quiet");

    ReleaseImport elsewhere = new ReleaseImport(library());
    elsewhere.add(
        Registry.MCC,
        list(Registry.MCC, "MCC.dat", "J96.000 109\n"),
        new TableUpdate.Terms("mcc", FIRST, "33"));
    assertThat(verdicts(elsewhere.library())).containsExactly("A fires", "B fires", "C fires");
  }

  // Discharged before the day, over it, and after it.
  private static List<String> verdicts(RuleBundle library) throws Exception {
    Map<String, String> files = new HashMap<>(library.files());
    StringBuilder cases = new StringBuilder("cases:\n");
    Map.of(
            "A", "2026-02-10T09:00, out: 2026-02-16T10:00",
            "B", "2026-02-26T09:00, out: 2026-03-04T10:00",
            "C", "2026-03-02T09:00, out: 2026-03-08T10:00")
        .forEach(
            (name, days) ->
                cases.append(
                    """
                      - name: %s
                        because: a renal failure that nobody treated
                        stays: [{id: S, in: %s, diagnosis: [J18.900, N17.900], lines: [002101020150000, XJ01DDA294A001010100294 x2 daily, 002504010250000]}]
                        expect: fires
                    """
                        .formatted(name, days)));
    files.put("rules/coding/DR02-unsupported-complication/cases.yaml", cases.toString());
    return RuleLibrary.test(RuleBundle.of(files)).stream()
        .map(result -> result.name() + (result.problems().isEmpty() ? " fires" : " quiet"))
        .sorted()
        .toList();
  }

  private static List<String> told(Registry registry, String file, String text) throws Exception {
    try {
      return Books.told(list(registry, file, text));
    } catch (ReleaseException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static Release list(Registry registry, String file, String text) throws ReleaseException {
    return RegistryReader.read(
        registry, file, text.getBytes(StandardCharsets.UTF_8), number -> number);
  }

  private static RuleBundle library() {
    Map<String, String> files =
        RuleBundle.builtIn().files().entrySet().stream()
            .filter(
                file ->
                    file.getKey().startsWith("knowledge/")
                        || file.getKey().startsWith("rules/coding/DR02-"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    files.put(
        "knowledge/mcc.csv",
        """
        diagnosis,exclusion_group,name,from,to,region,source
        N17.900,N17,,,,,ours: x
        R57.200,R57,,,,,ours: x
        """);
    return RuleBundle.of(files);
  }
}

package org.fundwatch.rules.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.rules.release.ReleaseException;
import org.fundwatch.rules.release.TableFile;
import org.junit.jupiter.api.Test;

class BaselineClosingTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final String HEADER =
      "key,mean:number,sd:number,p95:number,n:int,metric,level,from,to,region,source\n";
  private static final String GROUPS =
      "adrg,share:number,mean_weight:number,sd_weight:number,mcc_share:number,sd_log_cost:number,"
          + "name,from,to,region,source\n";
  private static final String STARTED = "drug_share/05,0.29,0.06,0.3887,60,drug_share,05,,,,ours\n";
  private static final String WRITTEN =
      "drug_share/05,0.25,0.05,0.33,12,drug_share,05,,,32,of the province\n";

  @Test
  void closing_enoughInstitutions_startsARowAndEndsTheOneBefore() throws ReleaseException {
    List<MonthFigures> figures = figures(20, "330106");

    TableFile closed = BaselineClosing.close(table(STARTED + WRITTEN), MARCH, figures, 10, 6);

    String source =
        "\"measured: closing of 2026-03, 20 institutions, figures "
            + BaselineClosing.checksum(figures)
            + "\"\n";
    assertThat(closed.text())
        .isEqualTo(
            HEADER
                + "drug_share/05,0.29,0.06,0.3887,60,drug_share,05,,2026-03-31,,ours\n"
                + WRITTEN
                + "drug_share/,0.105,0.059161,0.19,20,drug_share,,2026-04-01,,,"
                + source
                + "drug_share/05,0.105,0.059161,0.19,20,drug_share,05,2026-04-01,,,"
                + source);
  }

  @Test
  void closing_tooFewInstitutions_leavesTheRowInForce() throws ReleaseException {
    TableFile before = table(STARTED);

    assertThat(BaselineClosing.close(before, MARCH, figures(9, "330106"), 10, 6)).isEqualTo(before);
  }

  @Test
  void closing_twoCities_eachWithEnoughHasItsOwnRow() throws ReleaseException {
    List<MonthFigures> figures = new ArrayList<>(figures(12, "330106"));
    figures.addAll(figures(10, "330203"));
    figures.addAll(figures(9, "330301"));

    TableFile closed = BaselineClosing.close(table(STARTED), MARCH, figures, 10, 6);

    assertThat(closed.rows())
        .filteredOn(row -> row.get(0).equals("drug_share/05"))
        .extracting(row -> row.get(9) + " " + row.get(4) + " " + row.get(7))
        .containsExactly(" 60 ", " 31 2026-04-01", "3301 12 2026-04-01", "3302 10 2026-04-01");
    assertThat(BaselineClosing.close(table(""), MARCH, figures, 10, 2).rows())
        .extracting(row -> row.get(9))
        .containsOnly("");
  }

  @Test
  void closing_regionWithTooFewThisTime_endsItsMeasuredRowsAndNotThoseOfOthers()
      throws ReleaseException {
    List<MonthFigures> march = new ArrayList<>(figures(12, "330106"));
    march.addAll(figures(12, "320102"));
    List<MonthFigures> april = new ArrayList<>(figures(9, "330106"));
    april.addAll(figures(12, "320102"));
    TableFile before = table("drug_share/05,0.2,0.1,0.3,12,drug_share,05,,,3301,of the city\n");

    TableFile closed =
        BaselineClosing.close(
            BaselineClosing.close(before, MARCH, march, 10, 6), MARCH.plusMonths(1), april, 10, 6);

    assertThat(closed.rows())
        .filteredOn(row -> row.get(0).equals("drug_share/05") && row.get(9).startsWith("33"))
        .extracting(row -> "%s %s %s".formatted(row.get(9), row.get(7), row.get(8)))
        .containsExactly("3301  ", "33 2026-04-01 2026-04-30");
  }

  @Test
  void closing_again_isTheSameAndWithLateEventsReplacesTheMonthAlone() throws ReleaseException {
    List<MonthFigures> figures = figures(20, "330106");
    TableFile march = BaselineClosing.close(table(STARTED), MARCH, figures, 10, 6);
    TableFile april =
        BaselineClosing.close(march, MARCH.plusMonths(1), figures(15, "330106"), 10, 6);
    List<MonthFigures> shuffled = new ArrayList<>(figures);
    Collections.shuffle(shuffled, new Random(7));
    List<MonthFigures> late = new ArrayList<>(figures);
    late.set(3, figure(3, "330106", 0.9));

    assertThat(BaselineClosing.close(march, MARCH, shuffled, 10, 6).text()).isEqualTo(march.text());
    TableFile amended = BaselineClosing.close(april, MARCH, late, 10, 6);
    assertThat(lines(amended)).hasSameSizeAs(lines(april));
    assertThat(lines(amended))
        .filteredOn(line -> !lines(april).contains(line))
        .hasSize(2)
        .allMatch(line -> line.contains(",2026-04-01,2026-04-30,,"));
  }

  @Test
  void closing_monthBeforeAClosedOne_endsWhereThatBegins() throws ReleaseException {
    TableFile april = BaselineClosing.close(table(""), MARCH.plusMonths(1), figures(10, ""), 10, 6);

    TableFile both = BaselineClosing.close(april, MARCH, figures(10, ""), 10, 6);

    assertThat(both.rows())
        .extracting(row -> row.get(0) + " " + row.get(7) + " " + row.get(8))
        .containsExactlyInAnyOrder(
            "drug_share/ 2026-05-01 ",
            "drug_share/05 2026-05-01 ",
            "drug_share/ 2026-04-01 2026-04-30",
            "drug_share/05 2026-04-01 2026-04-30");
  }

  @Test
  void closing_ofGroups_measuresSharesWeightsSeverityAndCosts() throws ReleaseException {
    String started = "ES2,0.1,1,0.1,0.33,0.45,肺炎,,,,ours\n";
    List<MonthFigures> figures = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      SortedMap<String, GroupFigures> groups = new TreeMap<>();
      groups.put("ES2", stays("ES21", 12_000, 2).plus(stays("ES25", 8_000, 1)));
      groups.put("FM1", stays("FM19", 25_000, 2));
      groups.put("I10", stays("I10", 5_000, 5));
      figures.add(figure(i, "330106", new TreeMap<>(), groups));
    }

    TableFile closed =
        BaselineClosing.close(
            TableFile.parse("adrg-baselines", GROUPS + started), MARCH, figures, 10, 6);

    assertThat(closed.rows()).hasSize(2);
    assertThat(closed.rows().get(0)).containsSequence("肺炎", "", "2026-03-31", "", "ours");
    assertThat(closed.rows().get(1))
        .startsWith("ES2", "0.3", "1.066667", "0.191785", "0.666667", "0", "肺炎", "2026-04-01");
  }

  @Test
  void closing_otherTableOrCellOfOne_isRefused() throws ReleaseException {
    TableFile other = TableFile.parse("other", "key,from,to,region,source\n");
    TableFile narrow = TableFile.parse("peer-baselines", "key,from,to,region,source\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaselineClosing.close(other, MARCH, List.of(), 10, 6))
        .withMessage("other.csv: no table of baselines; peer-baselines.csv, adrg-baselines.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaselineClosing.close(narrow, MARCH, List.of(), 10, 6))
        .withMessage("peer-baselines.csv: columns key,from,to,region,source; " + HEADER.strip());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaselineClosing.close(table(STARTED), MARCH, List.of(), 1, 6))
        .withMessage("smallest cell: 1 institutions; at least 2");
  }

  private static GroupFigures stays(String group, int weightE4, int count) {
    GroupFigures sum = GroupFigures.NONE;
    for (int i = 0; i < count; i++) {
      sum = sum.plus(GroupFigures.of(group, weightE4, 800_000));
    }
    return sum;
  }

  private static List<String> lines(TableFile table) {
    return table.text().lines().toList();
  }

  private static TableFile table(String rows) throws ReleaseException {
    return TableFile.parse("peer-baselines", HEADER + rows);
  }

  // 0.01, 0.02, ...
  private static List<MonthFigures> figures(int count, String region) {
    List<MonthFigures> figures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      figures.add(figure(i, region, (i + 1) / 100.0));
    }
    return figures;
  }

  private static MonthFigures figure(int number, String region, double drugs) {
    return figure(number, region, new TreeMap<>(Map.of("drug_share", drugs)), new TreeMap<>());
  }

  private static MonthFigures figure(
      int number,
      String region,
      SortedMap<String, Double> values,
      SortedMap<String, GroupFigures> groups) {
    Institution institution = new Institution("H" + region + number, "示例医院", "05", region);
    return new MonthFigures(institution, 100, values, groups);
  }
}

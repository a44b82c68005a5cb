package org.fundwatch.rules.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fundwatch.rules.release.ReleaseException;
import org.fundwatch.rules.release.TableFile;
import org.junit.jupiter.api.Test;

class BaselineClosingTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final String HEADER =
      "key,mean:number,sd:number,p95:number,n:int,metric,level,from,to,region,source\n";
  private static final String STARTED = "drug_share/05,0.29,0.06,0.3887,60,drug_share,05,,,,ours\n";
  private static final String CITY =
      "drug_share/05,0.25,0.05,0.33,12,drug_share,05,,,3201,of the city\n";

  @Test
  void closing_enoughInstitutions_startsARowAndEndsTheOneBefore() throws ReleaseException {
    List<MonthFigures> figures = figures(20, "05");

    TableFile closed = BaselineClosing.close(table(STARTED + CITY), MARCH, figures, 10);

    String source = "measured: closing of 2026-03, 20 institutions, figures ";
    String checksum = BaselineClosing.checksum(figures);
    assertThat(closed.text())
        .isEqualTo(
            HEADER
                + "drug_share/05,0.29,0.06,0.3887,60,drug_share,05,,2026-03-31,,ours\n"
                + CITY
                + "drug_share/,0.105,0.059161,0.19,20,drug_share,,2026-04-01,,,\""
                + source
                + checksum
                + "\"\ndrug_share/05,0.105,0.059161,0.19,20,drug_share,05,2026-04-01,,,\""
                + source
                + checksum
                + "\"\n");
  }

  @Test
  void closing_tooFewInstitutions_leavesTheRowInForce() throws ReleaseException {
    TableFile before = table(STARTED);

    assertThat(BaselineClosing.close(before, MARCH, figures(9, "05"), 10)).isEqualTo(before);
  }

  @Test
  void closing_again_isTheSameAndWithLateEventsReplacesTheMonthAlone() throws ReleaseException {
    List<MonthFigures> figures = figures(20, "05");
    TableFile march = BaselineClosing.close(table(STARTED), MARCH, figures, 10);
    TableFile april = BaselineClosing.close(march, MARCH.plusMonths(1), figures(15, "05"), 10);
    List<MonthFigures> shuffled = new ArrayList<>(figures);
    Collections.shuffle(shuffled, new Random(7));
    List<MonthFigures> late = new ArrayList<>(figures);
    late.set(3, figure("H3", "05", 0.9));

    assertThat(BaselineClosing.close(march, MARCH, shuffled, 10).text()).isEqualTo(march.text());
    TableFile amended = BaselineClosing.close(april, MARCH, late, 10);
    assertThat(lines(amended)).hasSameSizeAs(lines(april));
    assertThat(lines(amended))
        .filteredOn(line -> !lines(april).contains(line))
        .hasSize(2)
        .allMatch(line -> line.contains(",2026-04-01,2026-04-30,,"));
  }

  @Test
  void closing_otherTableOrCellOfOne_isRefused() throws ReleaseException {
    TableFile other = TableFile.parse("other", "key,from,to,region,source\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaselineClosing.close(other, MARCH, List.of(), 10))
        .withMessage("other.csv: columns key,from,to,region,source; " + HEADER.strip());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaselineClosing.close(table(STARTED), MARCH, List.of(), 1))
        .withMessage("smallest cell: 1 institutions; at least 2");
  }

  private static List<String> lines(TableFile table) {
    return table.text().lines().toList();
  }

  private static TableFile table(String rows) throws ReleaseException {
    return TableFile.parse(BaselineClosing.TABLE, HEADER + rows);
  }

  // 0.01, 0.02, ...
  private static List<MonthFigures> figures(int count, String level) {
    List<MonthFigures> figures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      figures.add(figure("H" + i, level, (i + 1) / 100.0));
    }
    return figures;
  }

  private static MonthFigures figure(String institution, String level, double drugs) {
    return new MonthFigures(institution, level, 100, new TreeMap<>(Map.of("drug_share", drugs)));
  }
}

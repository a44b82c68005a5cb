package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableUpdateTest {

  private static final String HEADER = "item,sex,name,from,to,region,source\n";
  private static final LocalDate FIRST = LocalDate.parse("2025-05-23");
  private static final LocalDate SECOND = LocalDate.parse("2026-01-01");

  @Test
  void apply_newVersion_endsWhatIsGoneAndBeginsWhatIsNew() throws Exception {
    TableFile first =
        apply(
                table("Z1,M,丁,,,,another release: s!1\n"),
                FIRST,
                entry("A1", "F", "甲"),
                entry("B1", "F", "乙"),
                entry("C1", "M", "丙"))
            .table();

    TableUpdate.Result second =
        apply(first, SECOND, entry("A1", "F", "甲"), entry("B1", "M", "乙"), entry("D1", "F", "丁"));

    assertThat(second.table().text())
        .isEqualTo(
            HEADER
                + """
                Z1,M,丁,,,,another release: s!1
                A1,F,甲,2025-05-23,,,性别: A1
                B1,F,乙,2025-05-23,2025-12-31,,性别: B1
                C1,M,丙,2025-05-23,2025-12-31,,性别: C1
                B1,M,乙,2026-01-01,,,性别: B1
                D1,F,丁,2026-01-01,,,性别: D1
                """);
    assertThat(second.difference().summary())
        .isEqualTo("sex-limits: 1 added, 1 removed, 1 changed");
    assertThat(second.difference().changes().stream().map(Object::toString))
        .containsExactly("~ B1: sex: F -> M", "+ D1: sex=F, name=丁", "- C1: sex=M, name=丙");
  }

  @Test
  void apply_sameVersionAgain_changesNothing() throws Exception {
    TableFile first = apply(table(""), FIRST, entry("A1", "F", "甲"), entry("A1", "F", "甲")).table();

    TableUpdate.Result again = apply(first, SECOND, entry("A1", "F", "甲"));

    assertThat(first.rows()).hasSize(1);
    assertThat(again.table()).isEqualTo(first);
    assertThat(again.difference().changes()).isEmpty();
  }

  @Test
  void apply_sameDayPutRight_leavesNoRowThatNeverHeld() throws Exception {
    TableFile slip = apply(table(""), FIRST, entry("A1", "M", "甲")).table();

    assertThat(apply(slip, FIRST, entry("A1", "F", "甲")).table().text())
        .isEqualTo(HEADER + "A1,F,甲,2025-05-23,,,性别: A1\n");
  }

  @Test
  void apply_earlierThanTheVersionThere_isRefused() throws Exception {
    TableFile later = apply(table(""), SECOND, entry("A1", "M", "甲")).table();

    assertThatThrownBy(() -> apply(later, FIRST, entry("A1", "F", "甲")))
        .isInstanceOf(ReleaseException.class)
        .hasMessage("sex-limits.csv: version of 性别 is from 2026-01-01; a day not before it");
  }

  @Test
  void apply_rowsOfOurs_giveWayToPublishedOnes() throws Exception {
    TableUpdate.Result result =
        apply(table("A1,M,甲,,,,ours: x\nB1,M,乙,,,,ours: x\n"), FIRST, entry("A1", "F", "甲"));

    assertThat(result.superseded()).isEqualTo(1);
    assertThat(result.table().text())
        .isEqualTo(
            HEADER
                + """
                A1,M,甲,,2025-05-22,,ours: x
                B1,M,乙,,,,ours: x
                A1,F,甲,2025-05-23,,,性别: A1
                """);
  }

  @Test
  void apply_tableWithAColumnThatNoReleaseFills_isRefused() throws Exception {
    TableFile other = TableFile.parse("sex-limits", "item,sex,except,from,to,region,source\n");

    assertThatThrownBy(() -> apply(other, FIRST, entry("A1", "F", "甲")))
        .hasMessage(
            "knowledge/sex-limits.csv:1:3: column 'except'; what a release gives is item, sex, name");
  }

  @Test
  void parse_noTable_isRefused() {
    assertThatThrownBy(() -> TableFile.parse("x", "a,b\n1,2\n"))
        .hasMessage(
            "x.csv:1:1: no header of a knowledge table; one closed by from,to,region,source");
    assertThatThrownBy(() -> TableFile.parse("x", HEADER + "1,2\n"))
        .isInstanceOf(ReleaseException.class);
  }

  private static TableFile table(String rows) throws ReleaseException {
    return TableFile.parse("sex-limits", HEADER + rows);
  }

  private static Entry entry(String item, String sex, String name) {
    return new Entry(
        "sex-limits", Limit.of("", "item", item, "sex", sex, "name", name).cells(), item);
  }

  private static TableUpdate.Result apply(TableFile table, LocalDate from, Entry... entries)
      throws ReleaseException {
    return TableUpdate.apply(table, List.of(entries), new TableUpdate.Terms("性别", from, ""));
  }
}

package org.fundwatch.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void toString_rows_isMarkdown() {
    Table table =
        new Table("stage", "a second", "share")
            .row("read", Table.number(12_345.67, 1), Table.percent(0.1234));

    assertThat(table)
        .hasToString(
            """
            | stage | a second | share |
            |---|--:|--:|
            | read | 12,345.7 | 12.3 % |
            """);
  }

  @Test
  void row_wrongNumberOfCells_isRefused() {
    assertThatThrownBy(() -> new Table("a", "b").row("1"))
        .hasMessage("row: 1 cells; 2 as the table has columns");
  }
}

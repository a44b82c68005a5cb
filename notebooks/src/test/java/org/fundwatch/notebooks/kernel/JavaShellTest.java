package org.fundwatch.notebooks.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.notebooks.Notebook;
import org.fundwatch.notebooks.chart.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaShellTest {

  private final JavaShell shell = new JavaShell();

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void eval_cell_answersItsLastExpression() throws CellException {
    assertThat(shell.eval("int a = 20;\nint b = 22;\na + b")).isEqualTo("42");
    assertThat(shell.eval("record P(int x) {}\nnew P(a).x()")).isEqualTo("20");
    assertThat(shell.eval("int c = a;")).isEmpty();
  }

  @Test
  void eval_cell_seesTheProjectAndCanShow() throws CellException {
    List<Picture> shown = new ArrayList<>();
    Notebook.outlet(shown::add);

    shell.eval(
        "import org.fundwatch.notebooks.chart.*;\n"
            + "show(new BarChart(\"每规则\").bar(\"分解住院\", 3).picture());");

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).content()).startsWith("<svg").contains("分解住院");
  }

  @Test
  void eval_wrongJava_saysWhere() {
    assertThatThrownBy(() -> shell.eval("int a = 1;\nint b = nothing;"))
        .isInstanceOf(CellException.class)
        .hasMessageContaining("line 1 of int b = nothing;")
        .hasMessageContaining("cannot find symbol");
  }

  @Test
  void eval_throwingCell_saysWhatWasThrown() {
    assertThatThrownBy(() -> shell.eval("List.of(1).get(7)"))
        .isInstanceOf(CellException.class)
        .hasMessageContaining("java.lang.IndexOutOfBoundsException: Index: 7 Size: 1");
  }

  @Test
  void isComplete_openBrace_isFalse() {
    assertThat(shell.isComplete("for (int i = 0; i < 3; i++) {")).isFalse();
    assertThat(shell.isComplete("int i = 0;")).isTrue();
  }
}

package org.fundwatch.notebooks.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChartTest {

  @Test
  void table_cells_areEscapedAndAlsoText() {
    Picture picture = new Table("rule", "alerts").row("<IP01>", 3).picture();

    assertThat(picture.content())
        .isEqualTo(
            "<table><thead><tr><th>rule</th><th>alerts</th></tr></thead>"
                + "<tbody><tr><td>&lt;IP01&gt;</td><td>3</td></tr></tbody></table>");
    assertThat(picture.text()).isEqualTo("rule\talerts\n<IP01>\t3");
  }

  @Test
  void table_rowOfAnotherWidth_isRefused() {
    assertThatThrownBy(() -> new Table("a", "b").row(1))
        .hasMessage("row: 1 cells; 2 columns [a, b]");
  }

  @Test
  void bars_areScaledToTheLongest() {
    String svg = new BarChart("t").bar("a", 10).bar("b", 5).bar("c", 0).picture().content();

    assertThat(svg).contains("width=\"360\"").contains("width=\"180\"").contains("width=\"0\"");
  }

  @Test
  void bars_ofNothing_areEmptyAndNegativeOnesRefused() {
    assertThat(new BarChart("t").picture().text()).isEqualTo("t");
    assertThatThrownBy(() -> new BarChart("t").bar("a", -1)).hasMessage("bar 'a': -1.0; 0 or more");
  }
}

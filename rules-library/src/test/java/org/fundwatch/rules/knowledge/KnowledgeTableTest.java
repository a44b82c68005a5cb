package org.fundwatch.rules.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.rules.source.Issues;
import org.junit.jupiter.api.Test;

class KnowledgeTableTest {

  private static final String ROWS =
      """
      key,mean:number,from,to,region,source
      a,1,,2026-03-31,,start
      a,2,2026-04-01,,,"measured: closing of 2026-03"
      a,3,2026-04-01,,33,"measured: closing of 2026-03, of the province"
      a,4,2026-04-01,2026-04-30,3301,"measured: closing of 2026-03, of the city"
      a,5,,,,again
      """;

  @Test
  void rows_ofBaselines_areThoseOfTheNearestRegionInForce() {
    KnowledgeTable table = table("peer-baselines");

    assertThat(ids(table, "2026-03-31", "330106"))
        .containsExactly("peer_baselines:a", "peer_baselines:a#2");
    assertThat(ids(table, "2026-04-01", "330106"))
        .containsExactly("peer_baselines:a@3301,2026-04-01");
    assertThat(ids(table, "2026-05-01", "330106"))
        .containsExactly("peer_baselines:a@33,2026-04-01");
    assertThat(ids(table, "2026-05-01", "320102"))
        .containsExactly("peer_baselines:a@2026-04-01", "peer_baselines:a#2");
  }

  @Test
  void rows_ofAnotherTable_areThoseOfEveryRegionInForce() {
    assertThat(ids(table("limits"), "2026-04-01", "330106")).hasSize(4);
  }

  @Test
  void closing_ofABaselinesRow_isItsSourceAndOfOthersNothing() {
    KnowledgeTable table = table("peer-baselines");

    assertThat(table.closing("peer_baselines:a@33,2026-04-01"))
        .isEqualTo("measured: closing of 2026-03, of the province");
    assertThat(table.closing("peer_baselines:b")).isEmpty();
    assertThat(table("limits").closing("limits:a")).isEmpty();
  }

  private static List<String> ids(KnowledgeTable table, String day, String region) {
    return table.rows("a", (int) LocalDate.parse(day).toEpochDay(), region).stream()
        .map(KnowledgeRow::id)
        .toList();
  }

  private static KnowledgeTable table(String name) {
    Issues issues = new Issues();
    KnowledgeTable table = KnowledgeReader.read("knowledge/" + name + ".csv", ROWS, issues);
    assertThat(issues.isEmpty()).isTrue();
    return table;
  }
}

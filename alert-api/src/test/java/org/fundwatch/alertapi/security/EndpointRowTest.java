package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No line of the table proves less than the others. */
final class EndpointRowTest {

  static Stream<EndpointRow> rows() {
    return EndpointRow.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_reachesARealAnswer_andTellsRegionsApart(EndpointRow row) {
    var may = row.open() ? ServiceSettings.ROLES : row.roles();
    assertThat(ServiceSettings.ROLES).containsAll(may);
    assertThat(may.stream().map(role -> row.nation().of(role, Place.ABOVE)))
        .as("somebody succeeds")
        .anyMatch(EndpointRowTest::succeeds);
    assertThat(row.body()).as("a body that is meant").doesNotContain("\"x\":1");
    if (!row.regional()) {
      assertThat(row.outside())
          .as("what has no region is the same everywhere")
          .isEqualTo(row.inside());
    } else {
      for (var role : may) {
        boolean told =
            row.inside().of(role, Place.OWN) != row.outside().of(role, Place.SIBLING)
                || !row.shows().isEmpty()
                || row.inside().of(role, Place.OWN) == 403
                || role.equals("admin");
        assertThat(told).as("%s: inside and outside differ, or show another thing", role).isTrue();
      }
    }
  }

  @Test
  void row_ofTheFormerShape_isRefused() {
    assertThatThrownBy(() -> EndpointRow.parse("GET /api/v1/x | lead | 200 | 404 | 200 |"))
        .hasMessage(
            "endpoints.csv: 'GET /api/v1/x | lead | 200 | 404 | 200 |': 6 cells; 8 as its top says,"
                + " each filled as far as it can be");
  }

  private static boolean succeeds(int status) {
    return status >= 200 && status < 400;
  }
}

package org.fundwatch.alertapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.fundwatch.alertapi.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the table of endpoints that is walked with the running service. */
final class RoleDutyTest {
  private static final String TABLE = "/org/fundwatch/alertapi/security/endpoints.csv";

  @ParameterizedTest
  @EnumSource(Role.class)
  void of_everyRole_namesWhatItMay(Role role) throws IOException {
    var rows = rows();
    var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');

    for (var way : RoleDuty.of(role).ways()) {
      var request = way.page() ? "GET " + way.request() : way.request();
      assertThat(rows)
          .as(request)
          .anyMatch(
              row ->
                  row.get(0).replaceFirst("\\?.*", "").equals(request)
                      && (row.get(1).equals("everybody")
                          || List.of(row.get(1).split(" ")).contains(name)));
    }
  }

  private static List<List<String>> rows() throws IOException {
    try (var in = RoleDutyTest.class.getResourceAsStream(TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("|"))
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" *\\| *")))
          .toList();
    }
  }
}

package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegionsTest {

  @ParameterizedTest
  @CsvSource({
    // works for, thing of, seen
    "3201, 320102, true",
    "3201, 320100, true",
    "3201, 3201, true",
    "3201, 320203, false",
    "3201, 32, false",
    "3201, '', false",
    "320100, 320102, true",
    "320000, 320203, true",
    "320102, 320100, false",
    "'3202,3301', 330106, true",
    "*, 650000, true",
    "*, '', true",
    "'', 320102, false",
    "'', '', false",
  })
  void contain_code_isBelowOrNot(String worksFor, String thingOf, boolean seen) {
    assertThat(Regions.parse(List.of(worksFor.split(","))).contain(thingOf)).isEqualTo(seen);
  }

  @Test
  void parse_noCode_isRefused() {
    assertThatThrownBy(() -> Regions.parse(List.of("320")))
        .hasMessage(
            "region '320': two, four or six digits of an administrative division, or * for the"
                + " nation");
    assertThatThrownBy(() -> Regions.parse(List.of("3201*"))).hasMessageContaining("'3201*'");
  }

  @ParameterizedTest
  @CsvSource({
    "320102 320102, 320102",
    "320102 320105, 3201",
    "320102 320203, 32",
    "320102 330106, ''",
    "320102 3201, 3201",
    "'', ''",
  })
  void common_codes_isTheSmallestAboveThem(String codes, String common) {
    assertThat(Regions.common(List.of(codes.split(" ")))).isEqualTo(common);
  }

  @Test
  void common_unknownAmongThem_isTheNation() {
    assertThat(Regions.common(List.of("320102", ""))).isEmpty();
    assertThat(Regions.common(List.of())).isEmpty();
  }

  @Test
  void filter_regions_findsWhatTheyContain() {
    assertThat(Regions.NATION.filter("region").toString()).isEqualTo("Query: {\"match_all\":{}}");
    assertThat(Regions.NOWHERE.filter("region").toString()).isEqualTo("Query: {\"match_none\":{}}");
    assertThat(Regions.parse(List.of("3201")).filter("region").toString())
        .isEqualTo("Query: {\"prefix\":{\"region\":{\"value\":\"3201\"}}}");
    assertThat(Regions.parse(List.of("3202", "3201")).filter("region").bool().should()).hasSize(2);
  }

  @Test
  void text_regions_isWhatTheSettingsSay() {
    assertThat(Regions.parse(List.of("320200", "3201"))).hasToString("3201,3202");
    assertThat(Regions.NATION).hasToString("*");
  }
}

package org.fundwatch.alertapi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskTest {
  @ParameterizedTest
  @CsvSource({
    "T0123456789abcdef0123456789abcdef, T***ef",
    "D320100000011, D***11",
    "D12, ***",
    "'', ''",
  })
  void code_masked_showsHardlyAnything(String code, String masked) {
    assertThat(Mask.code(code)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "医师 D320100000011 单日门诊 90 人次, 医师 D***11 单日门诊 90 人次",
    "（T0123456789abcdef0123456789abcdef）, （T***ef）",
    "身份证 32010219500101123X 电话 13800000000, 身份证 3***3X 电话 1***00",
    "机构 H32010000001 涉及金额 1234567.89 元, 机构 H32010000001 涉及金额 1234567.89 元",
    "结算 320102999999999999 与 2026-05-01, 结算 320102999999999999 与 2026-05-01",
  })
  void text_masked_keepsTheRest(String text, String masked) {
    assertThat(Mask.text(text)).isEqualTo(masked);
    assertThat(Mask.applies(text)).isEqualTo(!text.equals(masked));
  }

  @Test
  void text_withKnownCodes_masksThemToo() {
    assertThat(Mask.text("甲 P-00012345 乙", List.of("P-00012345"))).isEqualTo("甲 P***45 乙");
    assertThat(Mask.whole("某某甲的邻居")).isEqualTo(Mask.WHOLE);
    assertThat(Mask.whole("")).isEmpty();
  }
}

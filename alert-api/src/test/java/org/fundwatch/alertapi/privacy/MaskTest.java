package org.fundwatch.alertapi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
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
    "身份证 11010119900307301X 电话 13800000000, 身份证 1***1X 电话 1***00",
    "证件320102195001011234在册, 证件3***34在册",
    "320102 19500101 1234 与 320102-19500101-1234, 3***34 与 3***34",
    "身份证３２０１０２１９５００１０１１２３４, 身份证３***３４",
    "旧证 320102500101123 本人, 旧证 3***23 本人",
    "卡 6222000000000000004 转账, 卡 6***04 转账",
    "卡 6222 0000 0000 0000 004 转账, 卡 6***04 转账",
    "电话 138-0000-0000 或 +86 13900000000 或 025-83123456, 电话 1***00 或 +***00 或 0***56",
    "人员编号：32000012345678, 人员编号：3***78",
    "psn_no=P00012345 与 certno: AB1234567, psn_no=P***45 与 certno: A***67",
    "医保电子凭证令牌 a1b2c3d4e5f60718 已用, 医保电子凭证令牌 a***18 已用",
    "社保卡号 A12345678 失效, 社保卡号 A***78 失效",
    "联系医院 13800000000 核实, 联系医院 1***00 核实",
    "护士 N320100000011 药师 HY320100000011, 护士 N***11 药师 H***11",
    "机构 H32010000001 涉及金额 1234567.89 元, 机构 H32010000001 涉及金额 1234567.89 元",
    "结算 320102999999999999 与 2026-05-01, 结算 320102999999999999 与 2026-05-01",
    "错一位 320102195001011235 不是号码, 错一位 320102195001011235 不是号码",
    "结算ID：320102195001011234 照留, 结算ID：320102195001011234 照留",
    "机构 H13800000001 与 P15012345678, 机构 H13800000001 与 P15012345678",
    "合计 13800000000 元 与 13800000000.00 与 13800000000分, 合计 13800000000 元 与 13800000000.00 与 13800000000分",
    "卡 6222000000000000005 不对, 卡 6222000000000000005 不对",
  })
  void text_masked_keepsTheRest(String text, String masked) {
    assertThat(Mask.text(text)).isEqualTo(masked);
    assertThat(Mask.applies(text)).isEqualTo(!text.equals(masked));
  }

  /** What the machine and people write of things: no number of it is anybody's. */
  @Property(tries = 2000, seed = "20261122")
  void text_ofThings_staysWhole(@ForAll("things") String thing) {
    var text = "经核对，" + thing + "，属实；" + thing + "。";

    assertThat(Mask.text(text)).isEqualTo(text);
    assertThat(Mask.applies(text)).isFalse();
  }

  @Provide
  Arbitrary<String> things() {
    var province = Arbitraries.integers().between(11, 82).map(String::valueOf);
    return Arbitraries.oneOf(
        // Institutions and pharmacies; drugs, herbs, services, consumables; packs.
        joined(Arbitraries.of("H", "P"), joined(province, digits(9))),
        joined(Arbitraries.of("XL02BBA326A", "XA10BHX001A"), digits(12)),
        joined(Arbitraries.of("ZD03AAA"), digits(13)),
        joined(Arbitraries.of("T"), digits(9)),
        joined(Arbitraries.of("00", "01"), digits(13)),
        joined(Arbitraries.of("C"), digits(19)),
        joined(Arbitraries.of("8"), digits(19)),
        // Settlements and encounters, as the simulation and as hospitals number them.
        joined(Arbitraries.of("S99", "M99"), digits(13)),
        joined(
            Arbitraries.of("结算", "结算ID：", "就诊ID ", "setl_id=", "\"mdtrt_id\": \"", "流水号 "),
            Arbitraries.integers().between(6, 30).flatMap(MaskTest::digits)),
        joined(Arbitraries.of("报文 "), digits(30)),
        // Amounts, counts, days, moments.
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("99999999999.99"))
            .ofScale(2)
            .map(amount -> String.format(Locale.ROOT, "金额 %,.2f 元", amount)),
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("99999999999.99"))
            .ofScale(2)
            .map(amount -> amount + " 元"),
        Arbitraries.longs().between(0, 99_999_999_999L).map(fen -> fen + " 分"),
        Arbitraries.longs()
            .between(-2_000_000_000L, 4_000_000_000L)
            .map(second -> Instant.ofEpochSecond(second).toString()),
        Arbitraries.longs()
            .between(0, 80_000)
            .map(day -> LocalDate.ofEpochDay(day).toString().replace("-", "")));
  }

  /** An identity card, bank card or telephone is masked wherever it stands. */
  @Property(tries = 500, seed = "20261122")
  void text_withNumbersOfPeople_showsNone(
      @ForAll @IntRange(max = 36_000) int day, @ForAll @IntRange(max = 999) int order) {
    var birthday = LocalDate.of(1920, 1, 1).plusDays(day).toString().replace("-", "");
    var body = "620102" + birthday + "%03d".formatted(order);
    var card =
        IntStream.range(0, 11)
            .mapToObj(digit -> body + (digit == 10 ? "X" : String.valueOf(digit)))
            .filter(PersonalNumbers::isIdentityCard)
            .toList();
    var bank =
        IntStream.range(0, 10)
            .mapToObj(digit -> "62228888%09d%d".formatted(day * 1000L + order, digit))
            .filter(PersonalNumbers::passesLuhn)
            .toList();
    var phone = "139%08d".formatted(day * 1000L + order);

    assertThat(card).hasSize(1);
    assertThat(bank).hasSize(1);
    assertThat(Mask.text("患者%s，卡%s，电话%s。".formatted(card.get(0), bank.get(0), phone)))
        .doesNotContain(card.get(0), bank.get(0), phone, birthday)
        .matches("患者6\\*\\*\\*..，卡6\\*\\*\\*..，电话1\\*\\*\\*..。");
  }

  private static Arbitrary<String> joined(Arbitrary<String> first, Arbitrary<String> second) {
    return Combinators.combine(first, second).as(String::concat);
  }

  private static Arbitrary<String> digits(int length) {
    return Arbitraries.strings().numeric().ofLength(length);
  }

  @Test
  void record_masked_allTextsInItAre() {
    record Inner(List<String> texts, int number) {}
    record Outer(String text, Inner inner, SortedMap<String, String> map, Set<String> set) {}

    var masked =
        Mask.all(
            new Outer(
                "电话 13800000000",
                new Inner(List.of("H13800000001", "13800000001"), 7),
                new TreeMap<>(Map.of("a", "13800000002")),
                Set.of("13800000003")));

    assertThat(masked)
        .isEqualTo(
            new Outer(
                "电话 1***00",
                new Inner(List.of("H13800000001", "1***01"), 7),
                new TreeMap<>(Map.of("a", "1***02")),
                Set.of("1***03")));
  }

  @Test
  void text_withKnownCodes_masksThemToo() {
    assertThat(Mask.text("甲 P-00012345 乙", List.of("P-00012345"))).isEqualTo("甲 P***45 乙");
    assertThat(Mask.whole("某某甲的邻居")).isEqualTo(Mask.WHOLE);
    assertThat(Mask.whole("")).isEmpty();
  }
}

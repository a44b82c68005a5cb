package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.fundwatch.domain.identity.PersonTokens;
import org.junit.jupiter.api.Test;

class RegistryReaderTest {

  private static final PersonTokens TOKENS =
      new PersonTokens("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

  @Test
  void deaths_ofChineseHeaders_becomeTokensAndDays() throws Exception {
    Release deaths = read(Registry.DEATHS, "姓名,人员编号,死亡日期\n甲,900000001,2026年3月5日\n");

    assertThat(Books.told(deaths))
        .containsExactly(
            "person-status{person="
                + TOKENS.token("900000001")
                + ", status=deceased, since=2026-03-05, until=, note=} d.csv row 2");
  }

  @Test
  void personNumbers_standNowhere() throws Exception {
    Release release =
        read(
            Registry.PERSON_STATUS,
            """
            psn_no,status,since
            900000001,在押,20260110
            900000002,?,2026-01-10
            900000003 x,死亡,2026-01-10
            900000004,死亡,soon
            ,死亡,2026-01-10
            """);

    assertThat(Books.told(release))
        .hasSize(5)
        .noneMatch(text -> text.contains("90000000"))
        .contains(
            "d.csv: d.csv!3: status '?'; one of abroad, deceased, imprisoned, suspended",
            "d.csv: d.csv!4: person: no person number; 4 to 30 letters and digits, or a token",
            "d.csv: d.csv!5: since 'soon'; a day such as 2026-03-31",
            "d.csv: d.csv!6: no person; every row has one");
  }

  @Test
  void person_whoIsATokenAlready_staysOne() throws Exception {
    String token = TOKENS.token("900000001");

    assertThat(read(Registry.DEATHS, "person,since\n" + token + ",2026-03-05\n").entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.cells()).containsEntry("person", token));
  }

  @Test
  void identityCards_areNoPersonNumbers() {
    assertThatThrownBy(() -> read(Registry.DEATHS, "身份证号,死亡日期\n1,2026-03-05\n"))
        .isInstanceOf(ReleaseException.class)
        .hasMessage(
            "d.csv:1: no column 'person' in 身份证号,死亡日期; person, psn_no, 参保人员编号, 个人编号; an identity"
                + " card's number is no person number");
  }

  @Test
  void institutions_ofNationalNames_getWhatIsAbsent() throws Exception {
    assertThat(
            Books.told(
                read(
                    Registry.INSTITUTIONS,
                    "fixmedins_code,fixmedins_name,等级,类别,床位数\nH32010000001,示例医院,二级甲等,综合,60\n")))
        .containsExactly(
            "institutions{fixmedins_code=H32010000001, name=示例医院, level=05, kind=general, owner=,"
                + " beds=60, ct=0, mr=0, linac=0, dialysis=0, dsa=0, all_night=0} d.csv row 2");
  }

  @Test
  void doctors_haveDaysOfTheirOwn() throws Exception {
    assertThat(
            Books.told(
                read(Registry.DOCTORS, "医师编码,状态,职称,起始日期\nD320100990001,暂停,副主任医师,2026/2/1\n")))
        .containsExactly(
            "doctors{doctor=D320100990001, status=suspended, title=associate, qualification=,"
                + " sites=1, from=2026-02-01, to=} d.csv row 2");
  }

  @Test
  void holidays_haveMadeUpDays() throws Exception {
    assertThat(Books.told(read(Registry.HOLIDAYS, "日期,类型,名称\n2026-02-14,补班,春节\n")))
        .containsExactly("holidays{day=2026-02-14, kind=makeup-workday, name=春节} d.csv row 2");
  }

  @Test
  void registry_ofAnotherWord_namesThoseThereAre() {
    assertThatThrownBy(() -> Registry.ofWord("beds"))
        .hasMessage(
            "'beds'; institutions, doctors, person-status, deaths, holidays, mcc, cc, cc-exclusions,"
                + " adrg-definitions, drg-groups, drg-weights, dip-points, payment-rates,"
                + " payment-standards");
  }

  private static Release read(Registry registry, String csv) throws ReleaseException {
    return RegistryReader.read(
        registry, "d.csv", csv.getBytes(StandardCharsets.UTF_8), TOKENS::token);
  }
}

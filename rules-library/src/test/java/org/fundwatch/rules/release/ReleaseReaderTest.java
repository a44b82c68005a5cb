package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseReaderTest {

  private static final String SERVICE = "003105120040000";
  private static final String DRUG = "XA01BCD002E003010400567";

  @Test
  void read_limitsAndCodesInTwoSheets_joinsByName() throws Exception {
    byte[] book =
        new Books()
            .sheet("Sheet1", List.of("药品通用名|药品说明|限定类型|限定对象", "甲片|用于…|限定性别对象|女"))
            .sheet("Sheet2", List.of("药品通用名|序号|国标代码|限定类型", "甲片|1|" + DRUG + "|限定性别对象"))
            .bytes();

    assertThat(Books.told(ReleaseReader.read("甲.xlsx", book)))
        .containsExactly("sex-limits{item=" + DRUG + ", sex=F, name=甲片} Sheet2!2");
  }

  @Test
  void read_titlesHeaderOfTwoLinesSumsAndRemarks_findsTheRows() throws Exception {
    Release release =
        ReleaseReader.read(
            "七.xlsx",
            new Books()
                .sheet(
                    "明细",
                    List.of(
                        "“医疗服务项目重复收费”规则对应知识点明细",
                        "序号|频度|主项||从项||备注",
                        "||名称|编码|名称|编码|",
                        "1|单日|监护|001103000010000|诊查|001102000030000|含诊查",
                        "2||||床位|001109000010000|",
                        "3|6小时|监护|001103000010000|胎心监测|003112010260000|",
                        "4|单次就诊|监护|001103000010000|监测|003107010220000|",
                        "合计|4",
                        "备注：各地可细化。"),
                    "A1:G1",
                    "A2:A3",
                    "B2:B3",
                    "C2:D2",
                    "E2:F2",
                    "G2:G3",
                    "B4:B5",
                    "C4:C5",
                    "D4:D5")
                .bytes());

    assertThat(Books.told(release))
        .containsExactly(
            "duplicate-charges{item=001102000030000, included_in=001103000010000, name=诊查,"
                + " including_name=监护} 明细!4",
            "duplicate-charges{item=001109000010000, included_in=001103000010000, name=床位,"
                + " including_name=监护} 明细!5",
            "duplicate-charges-per-hours{item=003112010260000, included_in=001103000010000,"
                + " name=胎心监测, including_name=监护, hours=6} 明细!6",
            "duplicate-charges-per-visit{item=003107010220000, included_in=001103000010000,"
                + " name=监测, including_name=监护} 明细!7");
    assertThat(release.read()).isEqualTo(4);
    assertThat(release.remarks()).isEqualTo(3);
  }

  @Test
  void read_otherWordsAndNumbersForCodes_isUnderstood() throws Exception {
    assertThat(
            Books.read(
                "某省.xlsx",
                "限频次",
                List.of(
                    "医保目录编码|诊疗项目名称|每日上限次数|计价单位",
                    "#3105120040000|甲测定|#1|天",
                    "003107010220000|乙监护|24|小时")))
        .containsExactly(
            "daily-limits{item=003105120040000, per_day=1, unit=日, name=甲测定} 限频次!2",
            "daily-limits{item=003107010220000, per_day=24, unit=小时, name=乙监护} 限频次!3",
            "hourly-items{item=003107010220000, name=乙监护} 限频次!3");
  }

  @Test
  void read_columnOfCodesWithAnUnknownHeader_isFoundByItsLook() throws Exception {
    assertThat(Books.read("a.xlsx", "限定性别", List.of("品名|贯标|限定性别", "甲片|" + DRUG + "|男性")))
        .containsExactly("sex-limits{item=" + DRUG + ", sex=M, name=甲片} 限定性别!2");
  }

  @Test
  void read_severalKindsInOneSheet_goesByTheColumnOfKinds() throws Exception {
    assertThat(
            Books.read(
                "a.xlsx",
                "Sheet1",
                List.of(
                    "规则类别|名称|代码|限定内容",
                    "限支付疗程|甲注射液|" + DRUG + "|≤14天",
                    "限机构级别|甲注射液|" + DRUG + "|二级及以上医疗机构",
                    "限就医方式|甲注射液|" + DRUG + "|限急诊或住院")))
        .containsExactly(
            "drug-courses{item="
                + DRUG
                + ", days=14, counts=fee-days, per=course, name=甲注射液} Sheet1!2",
            "drug-level-limits{item=" + DRUG + ", tier=2, name=甲注射液} Sheet1!3",
            "drug-visit-limits{item=" + DRUG + ", also_emergency=yes, name=甲注射液} Sheet1!4");
  }

  @Test
  void read_laterKinds_areRecognised() throws Exception {
    assertThat(
            Books.read(
                "a.xlsx",
                "Sheet1",
                List.of(
                    "限定类型|药品名称|药品编码|限定值域|疾病编码|一线药品编码|一线药品名称",
                    "药品限二线使用|甲|" + DRUG + "|||XA10BA|乙",
                    "药品限适应症|甲|" + DRUG + "||I63、C00-C01||",
                    "药品限工伤保险|甲|" + DRUG + "|工伤|||",
                    "超互联网医院药品支付范围|甲|" + DRUG + "|精神药品|||",
                    "中药饮片单复方均不予支付|丙|T001201001||||",
                    "中药饮片单方使用不予支付|丁|T001201002||||")))
        .containsExactly(
            "second-line-drugs{item="
                + DRUG
                + ", first_line=XA10BA, name=甲, first_name=乙} Sheet1!2",
            "drug-indications{item=" + DRUG + ", kind=payment, diagnosis=I63, name=甲} Sheet1!3",
            "drug-indications{item=" + DRUG + ", kind=payment, diagnosis=C00, name=甲} Sheet1!3",
            "drug-indications{item=" + DRUG + ", kind=payment, diagnosis=C01, name=甲} Sheet1!3",
            "drug-insurance-limits{item=" + DRUG + ", limit=work-injury, name=甲} Sheet1!4",
            "internet-exclusions{item=" + DRUG + ", kind=精神药品, name=甲} Sheet1!5",
            "herb-payment{item=T001201001, rule=never, name=丙} Sheet1!6",
            "herb-payment{item=T001201002, rule=alone, name=丁} Sheet1!7");
  }

  @Test
  void read_rowsThatSayNothingKnown_areListedWithPlaceAndReason() throws Exception {
    byte[] book =
        new Books()
            .sheet(
                "Sheet1", List.of("药品通用名|限定类型|限定对象", "甲片|限定性别对象|中性", "乙片|限定性别对象|女", "丙片|限定性别对象|女"))
            .sheet(
                "Sheet2",
                List.of(
                    "药品通用名|国标代码|限定类型",
                    "甲片|" + DRUG + "|限定性别对象",
                    "乙片|待定|限定性别对象",
                    "丁片|" + DRUG + "|限定性别对象"))
            .bytes();

    assertThat(Books.told(ReleaseReader.read("a.xlsx", book)))
        .containsExactly(
            "a.xlsx: Sheet1!2: sex '中性'; 男 or 女",
            "a.xlsx: Sheet1!4: '丙片' has no code; a code in this or another sheet",
            "a.xlsx: Sheet2!2: limited by Sheet1!2; a limit that is understood",
            "a.xlsx: Sheet2!3: code '待定'; 15 digits of a service, or letters and digits of a drug or"
                + " consumable",
            "a.xlsx: Sheet2!4: no sex; 男 or 女");
  }

  @Test
  void read_limitsThatExcludeEachOther_areRefusedAlike() throws Exception {
    assertThat(
            Books.read(
                "a.xlsx",
                "限定性别",
                List.of("项目名称|编码|限定性别", "甲|" + SERVICE + "|男", "甲|" + SERVICE + "|女")))
        .containsExactly(
            "a.xlsx: 限定性别!2: limits that exclude each other: [{item=003105120040000, sex=F},"
                + " {item=003105120040000, sex=M}]; one for each item",
            "a.xlsx: 限定性别!3: limits that exclude each other: [{item=003105120040000, sex=F},"
                + " {item=003105120040000, sex=M}]; one for each item");
  }

  @Test
  void read_csv_isReadLikeASheet() throws Exception {
    byte[] csv =
        ("\uFEFF项目名称,国标代码,限定类型,限定对象\n甲术," + SERVICE + ",限定年龄对象,新生儿\n")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Books.told(ReleaseReader.read("a.csv", csv)))
        .containsExactly(
            "service-ages{item=003105120040000, kind=newborn, min_age=0, max_age=0, max_days=28,"
                + " name=甲术} a.csv!2");
  }

  @Test
  void read_noWorkbookOrNoHeader_isOneMessage() {
    assertThatThrownBy(() -> ReleaseReader.read("a.xlsx", new byte[] {1, 2, 3}))
        .isInstanceOf(ReleaseException.class)
        .hasMessage("a.xlsx: no readable workbook; xlsx, xls or CSV in UTF-8");
    assertThatThrownBy(() -> ReleaseReader.read("a.xlsx", new byte[0]))
        .isInstanceOf(ReleaseException.class);
    assertThatThrownBy(() -> Books.read("a.xlsx", "Sheet1", List.of("甲|乙", "丙|丁")))
        .isInstanceOf(ReleaseException.class)
        .hasMessage(
            "a.xlsx: no header recognised; one that names items, their codes and what limits them");
  }
}

package org.fundwatch.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementEventJsonTest {

  private static final String STAY =
      """
      {"infno":"2304","msgid":"H33010000001202603091000000001","inf_time":"2026-03-09 10:00:05",
       "dev_no":{"a":[1,2]},
       "setlinfo":{"mdtrt_id":"M1","setl_id":"S1","psn_no":"P1","psn_name":"张三丰","gend":"1",
         "brdy":"1960-05-01","fixmedins_code":"H33010000001","fix_blng_admdvs":"330100",
         "insutype":"310","insu_admdvs":"330199","med_type":"21","setl_time":"2026-03-09 10:00:00",
         "adm_time":"2026-03-02 09:00:00","dscg_time":"2026-03-09 09:30:00","act_ipt_days":7,
         "vent_used_dura":"4/3/30","medfee_sumamt":"8123.45","fund_pay_sumamt":6100.5,
         "curr_addr/x":"别处"},
       "diseinfo":[{"diag_code":"J18.900","maindiag_flag":"1"}],
       "feedetail":[{"feedetl_sn":"1","fee_ocur_time":"2026-03-02 10:00:00",
         "med_list_codg":"002101030280000","det_item_fee_sumamt":120.00,"cnt":1,"pric":120.0,
         "exp_content":"{\\"er_flag\\":1}"}]}
      """;

  private final SettlementEventReader reader = new SettlementEventReader();
  private final SettlementEventWriter writer = new SettlementEventWriter();

  @Test
  void read_stay_fillsEveryPart() {
    SettlementEvent event = accepted(STAY);

    assertThat(event.kind()).isEqualTo(EventKind.SETTLED);
    assertThat(event.settlement().amounts().totalFen()).isEqualTo(812_345);
    assertThat(event.settlement().amounts().fundFen()).isEqualTo(610_050);
    assertThat(event.settlement().stay().ventilatorMinutes()).isEqualTo((4 * 24 + 3) * 60 + 30);
    assertThat(event.settlement().mainDiagnosis()).isEqualTo("J18.900");
    assertThat(event.settlement().lines().get(0).countE4()).isEqualTo(10_000);
    assertThat(event.settlement().person().toString()).doesNotContain("张三丰").doesNotContain("P1");
  }

  @Test
  void write_unknownFields_surviveARoundTrip() throws Exception {
    SettlementEvent event = accepted(STAY);

    byte[] written = writer.write(event);

    assertThat(accepted(new String(written, StandardCharsets.UTF_8))).isEqualTo(event);
    var tree = new ObjectMapper().readTree(written);
    assertThat(tree.at("/dev_no/a/1").asInt()).isEqualTo(2);
    assertThat(tree.at("/setlinfo/curr_addr~1x").asText()).isEqualTo("别处");
    assertThat(tree.at("/feedetail/0/exp_content").asText()).isEqualTo("{\"er_flag\":1}");
    assertThat(tree.at("/setlinfo/medfee_sumamt").decimalValue().toPlainString())
        .isEqualTo("8123.45");
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void write_everyKind_isReadBackEqual(EventKind kind) {
    var builder =
        settlement("S9")
            .stay("2026-03-02 09:00:00", "2026-03-09 09:30:00")
            .diagnosis("J18.900")
            .diagnosis("I10.x04")
            .grouping("ES23", 8_123, 712_345)
            .line("002101030280000", "03", "2", "240.00", "2026-03-03 10:00:00")
            .line("002101030280000", "03", "-1", "-120.00", "2026-03-03 11:00:00", "1")
            .traceCode("81234567890123456789", "XJ01CAA041B002010102180");
    if (kind == EventKind.REVERSED) {
      builder.reverses("S8");
    }
    if (kind == EventKind.MID_STAY) {
      builder.midStay();
    }
    SettlementEvent event = builder.event(kind);

    assertThat(accepted(new String(writer.write(event), StandardCharsets.UTF_8))).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({"'\"refd_setl_flag\":1,'", "'\"vali_flag\":\"0\",'"})
  void read_settlementMarkedAsRefundedOrVoid_reversesItself(String mark) {
    SettlementEvent event = accepted(STAY.replace("\"brdy\"", mark + "\"brdy\""));

    assertThat(event.kind()).isEqualTo(EventKind.REVERSED);
    assertThat(event.settlement().originalSettlementId()).isEqualTo("S1");
    assertThat(accepted(new String(writer.write(event), StandardCharsets.UTF_8))).isEqualTo(event);
  }

  @Test
  void read_redInkRow_reversesItsOriginalWhateverTheSigns() {
    String row = STAY.replace("\"setl_id\":\"S1\"", "\"setl_id\":\"S2\",\"init_setl_id\":\"S1\"");
    SettlementEvent positive = accepted(row.replace("\"brdy\"", "\"refd_setl_flag\":1,\"brdy\""));
    SettlementEvent negative =
        accepted(row.replace("\"8123.45\"", "\"-8123.45\"").replace("6100.5", "-6100.5"));

    for (SettlementEvent event : List.of(positive, negative)) {
      assertThat(event.kind()).isEqualTo(EventKind.REVERSED);
      assertThat(event.settlement().originalSettlementId()).isEqualTo("S1");
      assertThat(accepted(new String(writer.write(event), StandardCharsets.UTF_8)))
          .isEqualTo(event);
    }
    assertThat(accepted(row).kind())
        .as("a correction that names its original")
        .isEqualTo(EventKind.SETTLED);
  }

  @Test
  void read_redInkRowThatNamesNoOriginal_isRefused() {
    String row =
        STAY.replace("\"brdy\"", "\"refd_setl_flag\":1,\"brdy\"")
            .replace("\"8123.45\"", "\"-8123.45\"");

    assertThat(refused(row.getBytes(StandardCharsets.UTF_8)).get(0))
        .hasToString("setlinfo.init_setl_id: missing; the settlement that is reversed");
  }

  @Test
  void read_refundLine_isNegativeWhateverTheSigns() {
    String line =
        STAY.replace("\"feedetl_sn\":\"1\"", "\"feedetl_sn\":\"2\",\"init_feedetl_sn\":\"1\"");
    String negative = line.replace("120.00,", "-120.00,").replace("\"cnt\":1", "\"cnt\":-1");

    assertThat(accepted(line)).isEqualTo(accepted(negative));
    assertThat(accepted(line).settlement().lines().get(0).amountFen()).isEqualTo(-12_000);
  }

  @Test
  void read_returnedPacks_areNegativeWhateverTheSigns() {
    String packs =
        STAY.replace("\"2304\"", "\"3506\"")
            .replace(
                "\"feedetail\":",
                """
                "drugtracinfo":[{"drug_trac_codg":"81234567890123456789","trdn_flag":0,
                  "med_list_codg":"XJ01CAA041B002010102180","sel_retn_cnt":2,
                  "sel_retn_time":"2026-03-09 10:00:00"}],"feedetail":""");

    assertThat(accepted(packs)).isEqualTo(accepted(packs.replace("cnt\":2", "cnt\":-2")));
    assertThat(accepted(packs).settlement().traceCodes().get(0).countE4()).isEqualTo(-20_000);
    assertThat(accepted(packs.replace("3506", "3505")).settlement().traceCodes().get(0).countE4())
        .isEqualTo(20_000);
    assertThat(refused(STAY.replace("2304", "3506").getBytes(StandardCharsets.UTF_8)).get(0))
        .hasToString("drugtracinfo: missing; the packs handed out or taken back");
  }

  @ParameterizedTest
  @CsvSource({"2202", "2404", "2405"})
  void read_cancelledEncounter_needsNoOriginalSettlement(String transaction) {
    SettlementEvent event = accepted(STAY.replace("\"2304\"", '"' + transaction + '"'));

    assertThat(event.kind()).isEqualTo(EventKind.REVERSED);
    assertThat(accepted(new String(writer.write(event), StandardCharsets.UTF_8))).isEqualTo(event);
  }

  @Test
  void read_settlementListMarkedAsVoid_isRefused() {
    String text =
        STAY.replace("\"2304\"", "\"4101\"").replace("\"brdy\"", "\"vali_flag\":0,\"brdy\"");

    assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).get(0).found())
        .isEqualTo("a mark of a reversal on something other than a settlement");
  }

  @Test
  void withToken_event_holdsNothingPersonal() {
    SettlementEvent event = accepted(STAY).withToken("T0");

    assertThat(event.extras()).isEmpty();
    assertThat(event.settlement().person().id()).isEqualTo("T0");
    assertThat(new String(writer.write(event), StandardCharsets.UTF_8))
        .doesNotContain("张三丰")
        .doesNotContain("别处");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "infno":"2304"             | "infno":"2302"              | infno: "2302"; the settlement that follows: cancelled fee lines are not in it, and once settled they are cancelled with it (2208, 2305)
          "infno":"2304"             | "infno":"9999"              | infno: "9999"; one of 2102, 2103, 2202, 2207, 2208, 2304, 2305, 2404, 2405, 2601, 3505, 3506, 4101, 4101A
          "8123.45"                  | "8.12e3"                    | setlinfo.medfee_sumamt: "8.12e3"; a number of at most 17 digits, at most 2 of them decimals, no exponent
          "8123.45"                  | "-1.00"                     | setlinfo.medfee_sumamt: a negative number; not negative unless the settlement is reversed
          "fund_pay_sumamt":6100.5,  | ''                          | setlinfo.fund_pay_sumamt: missing; a number of at most 17 digits, at most 2 of them decimals, no exponent
          "2026-03-02 09:00:00"      | "2026-02-30 09:00:00"       | setlinfo.adm_time: "2026-02-30 09:00:00"; a time yyyy-MM-dd HH:mm:ss that exists
          "2026-03-09 09:30:00"      | "2026-03-01 09:30:00"       | setlinfo.dscg_time: 2026-03-01 09:30:00; not before adm_time 2026-03-02 09:00:00
          "dscg_time":"2026-03-09 09:30:00", | ''                  | setlinfo.dscg_time: missing; the discharge, unless mid_setl_flag is 1
          "J18.900"                  | "pneumonia"                 | diseinfo[0].diag_code: "pneumonia"; an ICD-10 code such as I10.x04, K80.000x004 or A01.000x016+I41.0*
          "002101030280000"          | "CT"                        | feedetail[0].med_list_codg: "CT"; a national code of a drug (X or Z), herb (T), preparation (S or Z), service item (15 digits) or consumable (C, then 19 or 26 digits)
          "cnt":1                    | "cnt":-1                    | feedetail[0].cnt: a negative count; not negative unless init_feedetl_sn is given
          "H33010000001","fix        | "X1","fix                   | setlinfo.fixmedins_code: "X1"; H (hospital) or P (pharmacy), then 11 digits
          "1960-05-01"               | "2030-05-01"                | setlinfo.brdy: a date (personal, not shown); from 1890-01-01 to the settlement
          "P1"                       | "0123456789012345678901234567890" | setlinfo.psn_no: a value of 31 characters (personal, not shown); text of at most 30 characters
          "brdy":                    | "gend":                     | $: a field given twice at byte 0; one JSON object in UTF-8
          """)
  void read_wrongField_saysWhereWhatAndWhatIsAllowed(String good, String bad, String expected) {
    String text = STAY.replace(good, bad == null ? "" : bad);

    String shown = refused(text.getBytes(StandardCharsets.UTF_8)).get(0).toString();

    assertThat(shown.replaceAll("at byte \\d+", "at byte 0")).isEqualTo(expected);
  }

  @Test
  void read_severalFaults_namesThemAll() {
    String text = STAY.replace("\"8123.45\"", "\"x\"").replace("\"cnt\":1", "\"cnt\":\"y\"");

    assertThat(refused(text.getBytes(StandardCharsets.UTF_8)))
        .extracting(Fault::path)
        .containsExactly("setlinfo.medfee_sumamt", "feedetail[0].cnt");
  }

  @Test
  void read_brokenText_isRefusedWithoutQuotingIt() {
    byte[] whole = STAY.getBytes(StandardCharsets.UTF_8);

    assertThat(refused(new byte[0]).get(0).found()).isEqualTo("empty text");
    assertThat(refused(Arrays.copyOf(whole, whole.length / 2)).get(0).found())
        .contains("the text ends too early");
    assertThat(refused("[1]".getBytes(StandardCharsets.UTF_8)).get(0).found()).isEqualTo("a list");
    assertThat(refused(STAY.getBytes(Charset.forName("GB18030"))).get(0).found())
        .contains("a byte that is not UTF-8");
    assertThat(refused((STAY + "{}").getBytes(StandardCharsets.UTF_8)).get(0).found())
        .isEqualTo("text after the event");
    assertThat(refused("{\"张三丰\" 1}".getBytes(StandardCharsets.UTF_8)).get(0).toString())
        .doesNotContain("张三丰");
  }

  @Test
  void read_tenMegabytes_isRefused() {
    byte[] huge = STAY.replace("别处", "x".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8);

    assertThat(refused(huge).get(0).allowed()).isEqualTo("an event of at most 8388608 bytes");
  }

  @Test
  void read_everyPrefix_neverThrows() {
    byte[] whole = STAY.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length - 1; length++) {
      byte[] prefix = Arrays.copyOf(whole, length);
      if (!new String(prefix, StandardCharsets.UTF_8).isBlank()) {
        assertThat(reader.read(prefix)).as("length %d", length).isInstanceOf(Parsed.Refused.class);
      }
    }
  }

  @Test
  void read_foreignCodeSet_takesItsCodesAsTheyAre() {
    String text =
        STAY.replace("\"setl_id\"", "\"code_set\":\"ICD9CM-US\",\"setl_id\"")
            .replace("J18.900", "5780")
            .replace("H33010000001\",\"fix", "PRV55912\",\"fix");

    assertThat(accepted(text).settlement().mainDiagnosis()).isEqualTo("5780");
  }

  private SettlementEvent accepted(String text) {
    Parsed parsed = reader.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
    return ((Parsed.Accepted) parsed).event();
  }

  private List<Fault> refused(byte[] text) {
    Parsed parsed = reader.read(text);
    assertThat(parsed).isInstanceOf(Parsed.Refused.class);
    return ((Parsed.Refused) parsed).faults();
  }
}

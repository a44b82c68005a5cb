package org.fundwatch.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.tables.TableJoin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTablesTest {

  private static final String HOSPITAL = "H32010000001";
  private static final String STAY_HEADER =
      "HISID|@|HOSPITAL_ID|@|HOSPITAL_NAME|@|P_LEVEL|@|BILL_DATE|@|ZYH|@|SOCIAL_ID|@|ID_CARD|@|"
          + "BENEFIT_TYPE|@|DOCTOR_ID|@|PATIENT_GENDER|@|PATIENT_BIRTHDAY|@|CLAIM_TYPE|@|"
          + "ADMISSION_DATE|@|DISCHARGE_DATE|@|ZYTS|@|DISCHARGE_STATUS|@|TOTAL_AMOUNT|@|"
          + "BMI_PAY_AMOUNT|@|CASH|@|SELF_PAY_AMOUNT|@|REFUND_FLAG_TYPE|@|REFUND_HISID";
  private static final String DETAIL_HEADER =
      "HISID,ITEM_ID,ITEM_NAME,UNIT_PRICE,NUM,COST,USAGE_DATE,P_CATEGORY,P_TYPE,DOCTOR_ID";

  @TempDir Path folder;

  @Test
  void next_stayWithChildren_joinedByHisid() throws IOException {
    write("SETTLE_ZY.txt", STAY_HEADER, stay("1001", "3", "0", ""));
    write(
        "SETTLE_ZY_DIAGNOSIS.csv",
        "DISCHARGE_DISEASE_NAME_MAIN,DISCHARGE_DISEASE_ID_MAIN,DISCHARGE_DISEASE_ID_OTHER1,HISID",
        "\"肺炎, 未特指\",J18.900,I10.x04,1001");
    write(
        "SETTLE_ZY_DETAIL.csv",
        DETAIL_HEADER,
        "1001,001102000010000,床位费,50.0000,7,350.0000,2025-03-02,床位费,甲,local-7",
        "1001,001102000010000,床位费,50.0000,-1,-50.0000,2025-03-03,床位费,甲,D320100000001");
    write(
        "MDCS_FUND_SETL_LIST_OPRN_D.csv",
        "HISID,OPRN_OPRT_CODE,OPRN_OPRT_DATE,MAIN_OPRN_FLAG",
        "1001,51.2300,2025/3/4,1");

    Records records = read();

    assertThat(records.refusals()).isEmpty();
    Settlement s = records.events().get(0).settlement();
    assertThat(s.settlementId()).isEqualTo(HOSPITAL + "-1001");
    assertThat(s.encounterId()).isEqualTo(HOSPITAL + "-ZY1");
    assertThat(s.person().gender()).isEqualTo(Gender.FEMALE);
    assertThat(s.institution().region()).isEqualTo("320100");
    assertThat(s.insurance().type()).isEqualTo("310");
    assertThat(s.medType()).isEqualTo("21");
    assertThat(s.doctor()).isEqualTo("D320100000001");
    assertThat(s.amounts().personFen()).isEqualTo(100_000);
    assertThat(s.stay().dischargeWay()).as("3 of the list is against advice").isEqualTo("4");
    assertThat(ShanghaiTime.format(s.stay().admissionMillis())).isEqualTo("2025-03-01 08:30:00");
    assertThat(s.diagnoses()).extracting("code").containsExactly("J18.900", "I10.x04");
    assertThat(s.diagnoses().get(0).name()).isEqualTo("肺炎, 未特指");
    assertThat(s.operations().get(0).code()).isEqualTo("51.2300");
    assertThat(s.lines()).extracting(FeeLine::id).containsExactly("L2", "L3");
    assertThat(s.lines().get(0).doctor()).as("a local code is no national one").isEmpty();
    assertThat(s.lines().get(0).category()).isEqualTo("01");
    assertThat(s.lines().get(1).originalId()).as("the refund names its charge").isEqualTo("L2");
    assertThat(s.lines().get(1).amountFen()).isEqualTo(-5_000);
  }

  @Test
  void next_visitsAndRefund_reversesTheVisit() throws IOException {
    write(
        "settle_mz.csv",
        "HISID,HOSPITAL_ID,SOCIAL_ID,BILL_DATE,TOTAL_AMOUNT,BMI_PAY_AMOUNT,CLAIM_TYPE,"
            + "ADMISSION_DISEASE_ID,REFUND_FLAG_TYPE,REFUND_HISID",
        "V1," + HOSPITAL + ",P1,2025-03-01 10:00:00,100,60,门诊慢特病,E11.900,0,",
        "V2," + HOSPITAL + ",P1,2025-03-05 10:00:00,-100,-60,门诊慢特病,E11.900,1,V1");

    List<SettlementEvent> events = read().events();

    assertThat(events).extracting(SettlementEvent::transaction).containsExactly("2207", "2208");
    assertThat(events.get(0).settlement().medType()).isEqualTo("14");
    assertThat(events.get(0).settlement().mainDiagnosis()).isEqualTo("E11.900");
    assertThat(events.get(1).kind()).isEqualTo(EventKind.REVERSED);
    assertThat(events.get(1).settlement().originalSettlementId()).isEqualTo(HOSPITAL + "-V1");
    assertThat(events.get(0).messageId()).hasSize(30).isNotEqualTo(events.get(1).messageId());
  }

  @Test
  void next_faults_refusedByFileLineAndColumn() throws IOException {
    write(
        "SETTLE_ZY.txt",
        STAY_HEADER,
        stay("1", "7", "0", "").replace("2025-03-08", "2025-02-08"),
        stay("2", "1", "0", ""),
        stay("2", "1", "0", ""),
        stay("4", "1", "1", ""));
    write(
        "SETTLE_ZY_DETAIL.csv",
        DETAIL_HEADER,
        "2,local-code,药,1,1,1.00,2025-03-02,西药费,甲,",
        "2,001102000010000,床位费,50,1,50.00,2025-03-02,床位费,甲,",
        "2,001102000010000,床位费,60,-1,-60.00,2025-03-02,床位费,甲,",
        "9,001102000010000,床位费,50,1,50.00,2025-03-02,床位费,甲,");

    Records records = read();

    assertThat(records.events()).hasSize(1);
    assertThat(records.events().get(0).settlement().lines()).hasSize(1);
    assertThat(records.refusals())
        .containsExactly(
            "SETTLE_ZY.txt:2: DISCHARGE_DATE: 2025-02-08 00:00:00; not before adm_time 2025-03-01"
                + " 08:30:00",
            "SETTLE_ZY_DETAIL.csv:2: ITEM_ID: \"local-code\"; a national code of a drug (X or Z),"
                + " herb (T), preparation (S or Z), service item (15 digits) or consumable (C, then"
                + " 19 or 26 digits)",
            "SETTLE_ZY_DETAIL.csv:4: NUM: a negative count; not negative unless init_feedetl_sn is"
                + " given",
            "SETTLE_ZY_DETAIL.csv:4: COST: a negative amount; not negative unless init_feedetl_sn"
                + " is given",
            "SETTLE_ZY.txt:4: HISID: a HISID seen before; each HISID once",
            "SETTLE_ZY.txt:5: REFUND_HISID: missing; the HISID that is refunded",
            "SETTLE_ZY_DETAIL.csv:5: HISID: a HISID without settlement; a HISID of the settlement"
                + " table");
  }

  @Test
  void next_statusOfTheOtherDictionary_refusedOrTakenAsTold() throws IOException {
    write("SETTLE_ZY.txt", STAY_HEADER, stay("1001", "5", "0", ""));

    assertThat(read().refusals())
        .containsExactly(
            "SETTLE_ZY.txt:2: DISCHARGE_STATUS: \"5\"; 1, 2, 3, 4 or 9 of the list (--discharge"
                + " national for the national dictionary)");
    Records national = Records.of(new InspectionTables(folder, true, TableJoin.MEMORY_BYTES));
    assertThat(national.events().get(0).settlement().stay().dischargeWay()).isEqualTo("5");
  }

  @Test
  void next_dealtToParts_givesTheSameAsInMemory() throws IOException {
    StringBuilder stays = new StringBuilder(STAY_HEADER);
    StringBuilder details = new StringBuilder(DETAIL_HEADER);
    for (int i = 0; i < 500; i++) {
      stays.append('\n').append(stay("S" + i, "1", "0", ""));
      details.append("\nS").append((i * 7) % 500);
      details.append(",001102000010000,床位费,50,1,50.00,2025-03-02,床位费,甲,");
    }
    write("SETTLE_ZY.txt", stays.toString());
    write("SETTLE_ZY_DETAIL.csv", details.toString());

    Records inMemory = Records.of(new InspectionTables(folder, false, 1L << 30));
    Records dealt = Records.of(new InspectionTables(folder, false, 10_000));

    assertThat(dealt.refusals()).isEmpty();
    assertThat(dealt.events()).hasSize(500).containsExactlyInAnyOrderElementsOf(inMemory.events());
    assertThat(dealt.events()).allMatch(event -> event.settlement().lines().size() == 1);
    assertThat(Records.of(new InspectionTables(folder, false, 10_000)).events())
        .as("the order is the same each time")
        .containsExactlyElementsOf(dealt.events());
  }

  @Test
  void open_columnsMissing_named() throws IOException {
    write("SETTLE_MZ.csv", "HISID,BILL_DATE,TOTAL_AMOUNT", "1,2025-03-01,1");

    assertThatThrownBy(this::read)
        .hasMessage(
            folder.resolve("SETTLE_MZ.csv")
                + ":1: column HOSPITAL_ID, BMI_PAY_AMOUNT missing; found HISID, BILL_DATE,"
                + " TOTAL_AMOUNT; needed HOSPITAL_ID, HISID, BILL_DATE, TOTAL_AMOUNT,"
                + " BMI_PAY_AMOUNT");
  }

  private Records read() throws IOException {
    return Records.of(new InspectionTables(folder, false, TableJoin.MEMORY_BYTES));
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\r\n", lines) + "\r\n");
  }

  private static String stay(String hisid, String status, String refund, String refunded) {
    return String.join(
        "|@|",
        hisid,
        HOSPITAL,
        "示例医院",
        "3",
        "2025-03-08 11:00:00",
        "ZY1",
        "P100",
        "",
        "职工医保",
        "D320100000001",
        "女",
        "19600102",
        "普通住院",
        "2025/3/1 8:30:00",
        "2025-03-08",
        "7",
        status,
        "3000.00",
        "2000.00",
        "900",
        "100.00",
        refund,
        refunded);
  }
}

package org.fundwatch.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsUsTest {

  private static final String HEADER =
      "BeneID,ClaimID,ClaimStartDt,ClaimEndDt,Provider,InscClaimAmtReimbursed,AttendingPhysician,"
          + "OperatingPhysician,AdmissionDt,DeductibleAmtPaid,DischargeDt,DiagnosisGroupCode,"
          + "ClmDiagnosisCode_1,ClmDiagnosisCode_2,ClmProcedureCode_1\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("claims.csv");
  }

  @Test
  void next_claim_becomesStayWithCodesAsGiven() throws IOException {
    write("B1,C1,3/1/2009,3/9/2009,PRV1,9000,PHY1,PHY2,3/1/2009,1068,3/9/2009,332,5780,V420,4443");

    Records records = Records.of(new ClaimsUs(file));

    assertThat(records.refusals()).isEmpty();
    Settlement s = records.events().get(0).settlement();
    assertThat(s.codeSet()).isEqualTo("ICD9CM-US");
    assertThat(s.settlementId()).isEqualTo("C1");
    assertThat(s.person().id()).isEqualTo("B1");
    assertThat(s.institution().code()).isEqualTo("PRV1");
    assertThat(s.doctor()).isEqualTo("PHY1");
    assertThat(s.amounts().fundFen()).isEqualTo(900_000);
    assertThat(s.amounts().deductibleFen()).isEqualTo(106_800);
    assertThat(s.amounts().totalFen()).isEqualTo(1_006_800);
    assertThat(s.stay().days()).isEqualTo(8);
    assertThat(ShanghaiTime.format(s.stay().admissionMillis())).isEqualTo("2009-03-01 00:00:00");
    assertThat(s.mainDiagnosis()).isEqualTo("5780");
    assertThat(s.diagnoses()).hasSize(2);
    assertThat(s.operations().get(0).surgeon()).isEqualTo("PHY2");
    assertThat(s.grouping().code()).isEqualTo("332");
    assertThat(s.grouping().weightE4()).isZero();
  }

  @Test
  void next_noDeductible_totalIsWhatWasReimbursed() throws IOException {
    write("B1,C1,3/1/2009,3/9/2009,PRV1,9000,PHY1,NA,3/1/2009,NA,3/9/2009,,NA,,");

    Settlement s = Records.of(new ClaimsUs(file)).events().get(0).settlement();

    assertThat(s.amounts().totalFen()).isEqualTo(900_000);
    assertThat(s.amounts().deductibleFen()).isZero();
    assertThat(s.grouping()).isNull();
    assertThat(s.diagnoses()).isEmpty();
  }

  @Test
  void next_wrongDateAndAmount_refusedByColumn() throws IOException {
    write("B1,C1,3/1/2009,3/9/2009,PRV1,lots,PHY1,,2/30/2009,0,3/9/2009,1,,,");

    Records records = Records.of(new ClaimsUs(file));

    assertThat(records.events()).isEmpty();
    assertThat(records.refusals())
        .containsExactlyInAnyOrder(
            "claims.csv:2: ADMISSIONDT: \"2009-02-30 00:00:00\"; a time yyyy-MM-dd HH:mm:ss that"
                + " exists",
            "claims.csv:2: INSCCLAIMAMTREIMBURSED: \"lots\"; a number of at most 17 digits, at most"
                + " 2 of them decimals, no exponent");
  }

  @Test
  void open_columnMissing_named() throws IOException {
    Files.writeString(file, "BeneID,ClaimID\n");

    assertThatThrownBy(() -> new ClaimsUs(file))
        .hasMessage(
            file
                + ":1: column CLAIMENDDT, PROVIDER, INSCCLAIMAMTREIMBURSED, ADMISSIONDT,"
                + " DISCHARGEDT missing; found BENEID, CLAIMID; needed BENEID, CLAIMID,"
                + " CLAIMENDDT, PROVIDER, INSCCLAIMAMTREIMBURSED, ADMISSIONDT, DISCHARGEDT");
  }

  private void write(String row) throws IOException {
    Files.writeString(file, HEADER + row + "\n");
  }
}

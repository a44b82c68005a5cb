package org.fundwatch.alertapi.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TablesTest {
  private static final String HEADER = "region,family,subject,minutes,provenance,source\n";

  @TempDir private Path folder;

  @Test
  void tables_builtIn_areProposalsAndCoverEverything() {
    assertThat(Tables.efforts(""))
        .hasSizeGreaterThan(10)
        .extracting(Effort::provenance)
        .containsOnly(Provenance.PROPOSAL);
    assertThat(Tables.deadlines(""))
        .extracting(Deadline::provenance)
        .containsOnly(Provenance.PROPOSAL);
    assertThat(Tables.weights("")).extracting(Weight::provenance).containsOnly(Provenance.PROPOSAL);
  }

  @Test
  void efforts_ofAFile_areThoseOfTheFile() throws IOException {
    var file = file(HEADER + ",,,90,LOCAL,the city's own count, of 2025\n");

    assertThat(Tables.efforts(file))
        .containsExactly(
            new Effort("", "", null, 90, Provenance.LOCAL, "the city's own count, of 2025"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",,,0,LOCAL,x; :2: minutes: 0; allowed are 1 and more",
        ",,,1.5,LOCAL,x; :2: '1.5'; a whole number is wanted",
        ",,STAY,1,LOCAL,x; :2: 'STAY'; allowed are [ENCOUNTER, PERSON, DOCTOR, INSTITUTION, TRACE_CODE]",
        ",,,1,RUMOUR,x; :2: 'RUMOUR'; allowed are [OFFICIAL, LOCAL, PROPOSAL]",
        ",,,1,LOCAL; :2: 5 columns; 6 are wanted",
        "32,,,1,LOCAL,x; : no row for everything; one with empty region, family and subject is wanted",
      })
  void efforts_wrong_areRefusedWithTheirPlace(String line) throws IOException {
    var parts = line.split("; ", 2);
    var file = file(HEADER + parts[0] + "\n");

    assertThatThrownBy(() -> Tables.efforts(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + parts[1]);
  }

  @Test
  void tables_withAnotherHeader_areRefused() throws IOException {
    var file = file("minutes\n");

    assertThatThrownBy(() -> Tables.deadlines(file))
        .hasMessage(
            file + ":1: another header; allowed is 'region,outcome,days,provenance,source'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",0,LOCAL,x; :2: decided: 0; allowed are 1 and more",
        "管理类,20,LOCAL,x; : no row for everything; one with an empty family is wanted",
      })
  void weights_wrong_areRefusedWithTheirPlace(String line) throws IOException {
    var parts = line.split("; ", 2);
    var file = file("family,decided,provenance,source\n" + parts[0] + "\n");

    assertThatThrownBy(() -> Tables.weights(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + parts[1]);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text).toString();
  }
}

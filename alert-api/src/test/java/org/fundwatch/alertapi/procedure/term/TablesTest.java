package org.fundwatch.alertapi.procedure.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TablesTest {
  private static final String TERMS = "key,region,from,to,value,unit,provenance,source\n";
  private static final String DAYS = "from,to,kind,name,provenance,source\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-01-01,false",
    "2026-01-04,true",
    "2026-02-13,true",
    "2026-02-14,true",
    "2026-02-20,false",
    "2026-02-28,true",
    "2026-05-09,true",
    "2026-06-19,false",
    "2026-09-20,true",
    "2026-09-26,false",
    "2026-10-10,true",
    "2026-11-21,false",
    "2026-11-23,true",
    "2025-01-26,true",
    "2025-09-28,true",
    "2024-02-09,true",
    "2024-09-14,true"
  })
  void isWorkday_isAsTheNoticeSays(LocalDate day, boolean works) {
    assertThat(WorkCalendar.of(null).isWorkday(day)).isEqualTo(works);
  }

  /** 2026: 365 days less 104 of weekends and 19 weekdays off, plus 6 make-up days. */
  @ParameterizedTest
  @CsvSource({"2024,251", "2025,248", "2026,248"})
  void year_hasItsWorkingDays(int year, int days) {
    var calendar = WorkCalendar.of(null);

    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkday)
                .count())
        .isEqualTo(days);
  }

  @Test
  void isWorkday_inAnUnknownYear_isNotGuessed() throws IOException {
    var day = LocalDate.of(2027, 1, 4);
    assertThatThrownBy(() -> WorkCalendar.of(null).isWorkday(day))
        .isInstanceOf(UnknownYearException.class)
        .hasMessage(
            "2027: working days unknown; enter the State Council's notice for it as"
                + " workdays-2027.csv");

    Files.writeString(
        folder.resolve("workdays-2027.csv"), DAYS + "2027-01-04,2027-01-04,HOLIDAY,试,proposal,试\n");
    assertThat(WorkCalendar.of(folder).isWorkday(day)).isFalse();
    assertThat(WorkCalendar.of(folder).isWorkday(day.plusDays(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2027-01-04,2027-01-04,WORKDAY,试,proposal,试 |2: from '2027-01-04'; allowed: a Saturday or"
            + " Sunday for a make-up day",
        "2027-01-04,2026-01-03,HOLIDAY,试,proposal,试 |2: to '2026-01-03'; allowed: a day of 2027,"
            + " 2027-01-04 or later",
        "4.1.2027,2027-01-04,HOLIDAY,试,proposal,试 |2: from '4.1.2027'; allowed: a date as"
            + " 2026-01-31",
        "2027-01-04,2027-01-04,OFF,试,proposal,试 |2: kind 'OFF'; allowed: [HOLIDAY, WORKDAY]",
        "2027-01-04,2027-01-04,HOLIDAY |2: cells '3'; allowed: 6, with no comma inside"
      })
  void workdays_withAMistake_areRefusedWithThePlace(String row, String message) throws IOException {
    var file = folder.resolve("workdays-2027.csv");
    Files.writeString(file, DAYS + row + "\n");

    assertThatThrownBy(() -> WorkCalendar.of(folder).isWorkday(LocalDate.of(2027, 1, 4)))
        .hasMessage(file + ":" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "verify,,,,15,FEN,local,试 |2: unit 'FEN'; allowed: a unit of verify",
        "verify,,,,0,DAYS,local,试 |2: value '0'; allowed: a whole number above 0",
        "verify,Nanjing,,,1,DAYS,local,试 |2: region 'Nanjing'; allowed: up to six digits",
        "verify,,,,1,DAYS,rumour,试 |2: provenance 'rumour'; allowed: [OFFICIAL, LOCAL, PROPOSAL]",
        "verify,,,,1,DAYS,local, |2: source ''; allowed: where the value comes from",
      })
  void terms_withAMistake_areRefusedWithThePlace(String row, String message) throws IOException {
    var file = folder.resolve("terms.csv");
    Files.writeString(file, TERMS + row + "\n");

    assertThatThrownBy(() -> Terms.of(folder)).hasMessage(file + ":" + message);
  }

  @Test
  void terms_thatContradictEachOther_areRefused() throws IOException {
    var file = folder.resolve("terms.csv");
    Files.writeString(
        file, TERMS + "verify,32,,,15,DAYS,local,甲\nverify,32,2026-01-01,,16,DAYS,local,乙\n");

    assertThatThrownBy(() -> Terms.of(folder))
        .hasMessage(
            file + ":3: from '2026-01-01'; allowed: days that no other row of key and region has");
  }

  @Test
  void terms_ofOurs_claimNothingThatIsOnlyBelieved() {
    var terms = Terms.of(null);

    assertThat(terms.all()).isNotEmpty();
    for (var term : terms.all()) {
      boolean local = !term.region().isEmpty();
      assertThat(term.provenance() == Provenance.LOCAL).as("%s", term).isEqualTo(local);
      if (term.provenance() == Provenance.OFFICIAL) {
        assertThat(term.source()).matches(".*〔20\\d\\d〕\\d+号");
      }
    }
    assertThat(terms.find(TermKey.HEARING_FINE_PERSON, "320102", LocalDate.of(2026, 1, 1)))
        .isEmpty();
  }
}

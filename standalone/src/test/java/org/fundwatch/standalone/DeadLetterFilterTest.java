package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.domain.json.Fault;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetter.Reason;
import org.fundwatch.streaming.intake.Place;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeadLetterFilterTest {

  private static final DeadLetter BROKEN = letter(1, "2026-03-17 23:59:59", Reason.UNREADABLE, "$");
  private static final DeadLetter LINES =
      letter(
          2,
          "2026-03-18 00:00:00",
          Reason.INVALID,
          "feedetail[0].cnt",
          "feedetail[12].cnt",
          "setlinfo.setl_id");
  private static final DeadLetter EARLY =
      letter(3, "2026-03-19 12:00:00", Reason.FUTURE, "inf_time");

  @Test
  void letters_withoutOptions_areAllMeant() {
    assertThat(meant()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void reason_inAnyCase_isTheOnlyOneMeant() {
    assertThat(meant("--reason", "INVALID")).containsExactly(2L);
    assertThat(meant("--reason", "future")).containsExactly(3L);
  }

  @Test
  void reason_unknown_isRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> meant("--reason", "late"))
        .hasMessageContaining("'late'")
        .hasMessageContaining("UNREADABLE, INVALID, FUTURE");
  }

  @Test
  void field_isMeantByItsBeginning() {
    assertThat(meant("--field", "setlinfo")).containsExactly(2L);
    assertThat(meant("--field", "feedetail[12]")).containsExactly(2L);
    assertThat(meant("--field", "$")).containsExactly(1L);
    assertThat(meant("--field", "cnt")).isEmpty();
  }

  @Test
  void days_areOfShanghaiAndBothMeant() {
    assertThat(meant("--from", "2026-03-18")).containsExactly(2L, 3L);
    assertThat(meant("--to", "2026-03-17")).containsExactly(1L);
    assertThat(meant("--from", "2026-03-18", "--to", "2026-03-18")).containsExactly(2L);
    assertThat(meant("--from", "2026-03-20")).isEmpty();
  }

  @Test
  void options_together_areAllFulfilled() {
    assertThat(meant("--reason", "INVALID", "--field", "inf_time")).isEmpty();
    assertThat(meant("--reason", "FUTURE", "--field", "inf", "--to", "2026-03-19"))
        .containsExactly(3L);
  }

  @Test
  void kinds_ofALetter_nameEachFieldOnceWithoutItsPlaceInAList() {
    assertThat(DeadLetterFilter.kinds(LINES))
        .containsExactly("INVALID  feedetail[].cnt", "INVALID  setlinfo.setl_id");
  }

  private static List<Long> meant(String... options) {
    DeadLetterFilter filter = new DeadLetterFilter();
    new CommandLine(filter).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
    return Stream.of(BROKEN, LINES, EARLY)
        .filter(filter::isMeant)
        .map(letter -> letter.place().position())
        .toList();
  }

  private static DeadLetter letter(long offset, String refused, Reason reason, String... fields) {
    return new DeadLetter(
        DeadLetter.SCHEMA,
        new Place("settlements", 0, offset, false),
        reason,
        Stream.of(fields).map(field -> new Fault(field, "missing", "a value")).toList(),
        ShanghaiTime.parseDateTime(refused),
        "00000000",
        new byte[0]);
  }
}

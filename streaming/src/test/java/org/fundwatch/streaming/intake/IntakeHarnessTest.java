package org.fundwatch.streaming.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fundwatch.domain.testing.SettlementBuilder.at;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.fundwatch.domain.json.Fault;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeHarnessTest {

  private static final byte[] PERSON_KEY = "sixteen byte key".getBytes(UTF_8);
  private static final byte[] LETTER_KEY = new byte[32];
  private static final long NOW = at("2026-03-02 12:00:00");
  private static final SettlementEvent EVENT =
      settlement("S1")
          .person("330100199001010011", Gender.MALE)
          .settledAt("2026-03-02 10:00:00")
          .line("110900001000000", "04", "1", "20.00", "2026-03-02 09:00:00")
          .event(EventKind.SETTLED);
  private static final String JSON = new String(new SettlementEventWriter().write(EVENT), UTF_8);

  private OneInputStreamOperatorTestHarness<RawEvent, SettlementEvent> intake;
  private long offset;

  @BeforeEach
  void open() throws Exception {
    IntakeConfig config = new IntakeConfig(PERSON_KEY, LETTER_KEY, Duration.ofMinutes(10), 0);
    intake = ProcessFunctionTestHarnesses.forProcessFunction(new Intake(config));
    intake.setProcessingTime(NOW);
  }

  @AfterEach
  void close() throws Exception {
    intake.close();
  }

  @Test
  void event_sound_goesOnWithoutAnythingThatNamesThePerson() throws Exception {
    send(JSON.replace("\"infno\"", "\"unknown\":{\"tel\":\"13800000000\"},\"infno\""));

    SettlementEvent taken = intake.extractOutputValues().get(0);
    assertThat(taken.settlement().person().id()).matches("T[0-9a-f]{32}");
    assertThat(taken.settlement().person().name()).isEmpty();
    assertThat(taken.settlement().person().certificateNo()).isEmpty();
    assertThat(taken.extras()).isEmpty();
    assertThat(taken.settlement().lines()).isEqualTo(EVENT.settlement().lines());
    assertThat(letters()).isEmpty();
  }

  @Test
  void message_truncated_isUnreadable() throws Exception {
    send(JSON.substring(0, JSON.length() / 2));

    assertThat(faults(DeadLetter.Reason.UNREADABLE))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.path()).isEqualTo("$");
              assertThat(fault.found()).startsWith("the text ends too early at byte ");
            });
  }

  @Test
  void message_malformed_isUnreadable() throws Exception {
    send("{\"infno\": 2207,, }");

    assertThat(faults(DeadLetter.Reason.UNREADABLE))
        .containsExactly(new Fault("$", "malformed JSON at byte 15", "one JSON object in UTF-8"));
  }

  @Test
  void message_empty_isUnreadable() throws Exception {
    send("");

    assertThat(faults(DeadLetter.Reason.UNREADABLE))
        .containsExactly(new Fault("$", "empty text", "one JSON object"));
  }

  @Test
  void message_inAnotherEncoding_isUnreadable() throws Exception {
    intake.processElement(raw(JSON.getBytes(Charset.forName("GB18030"))), 0);

    assertThat(faults(DeadLetter.Reason.UNREADABLE))
        .singleElement()
        .satisfies(fault -> assertThat(fault.found()).startsWith("a byte that is not UTF-8 at"));
  }

  @Test
  void message_tenMegabytes_isUnreadableAndKeptWhole() throws Exception {
    byte[] large = new byte[10 * 1024 * 1024];
    Arrays.fill(large, (byte) ' ');
    byte[] json = JSON.getBytes(UTF_8);
    System.arraycopy(json, 0, large, 0, json.length);

    intake.processElement(raw(large), 0);

    assertThat(faults(DeadLetter.Reason.UNREADABLE))
        .containsExactly(new Fault("$", "10485760 bytes", "an event of at most 8388608 bytes"));
    assertThat(new DeadLetterSeal(LETTER_KEY).open(letters().get(0))).isEqualTo(large);
  }

  @Test
  void event_unknownTransaction_isInvalid() throws Exception {
    send(JSON.replace("\"2207\"", "\"9999\""));

    assertThat(faults(DeadLetter.Reason.INVALID))
        .containsExactly(
            new Fault(
                "infno",
                "\"9999\"",
                "one of 2102, 2103, 2202, 2207, 2208, 2304, 2305, 2404, 2405, 2601, 3505, 3506,"
                    + " 4101, 4101A"));
  }

  @Test
  void event_unknownCodes_areAllNamed() throws Exception {
    send(JSON.replace("H33010000001", "X1").replace("110900001000000", "bed"));

    assertThat(faults(DeadLetter.Reason.INVALID))
        .containsExactly(
            new Fault(
                "setlinfo.fixmedins_code",
                "\"X1\"",
                "H (hospital) or P (pharmacy), then 11 digits"),
            new Fault(
                "feedetail[0].med_list_codg",
                "\"bed\"",
                "a national code of a drug (X or Z), herb (T), preparation (S or Z), service item"
                    + " (15 digits) or consumable (C, then 19 or 26 digits)"));
  }

  @Test
  void event_impossibleDate_isInvalid() throws Exception {
    send(JSON.replace("2026-03-02 09:00:00", "2026-02-30 09:00:00"));

    assertThat(faults(DeadLetter.Reason.INVALID))
        .containsExactly(
            new Fault(
                "feedetail[0].fee_ocur_time",
                "\"2026-02-30 09:00:00\"",
                "a time yyyy-MM-dd HH:mm:ss that exists"));
  }

  @Test
  void event_negativeAmount_isInvalid() throws Exception {
    send(JSON.replace("\"det_item_fee_sumamt\":20.00", "\"det_item_fee_sumamt\":-20.00"));

    assertThat(faults(DeadLetter.Reason.INVALID))
        .containsExactly(
            new Fault(
                "feedetail[0].det_item_fee_sumamt",
                "a negative amount",
                "not negative unless init_feedetl_sn is given"));
  }

  @Test
  void event_withinTheSkew_isTakenIn() throws Exception {
    intake.setProcessingTime(at("2026-03-02 09:50:00"));

    send(JSON);

    assertThat(intake.extractOutputValues()).hasSize(1);
  }

  @Test
  void event_fromTheFuture_isRefusedByEachMomentThatIs() throws Exception {
    intake.setProcessingTime(at("2026-03-02 09:49:59"));

    send(JSON);

    assertThat(intake.extractOutputValues()).isEmpty();
    assertThat(faults(DeadLetter.Reason.FUTURE))
        .containsExactly(
            new Fault("inf_time", "2026-03-02 10:00:00", "at most PT10M ahead of the clock"),
            new Fault(
                "setlinfo.setl_time", "2026-03-02 10:00:00", "at most PT10M ahead of the clock"));
  }

  @Test
  void letter_survivesItsJsonAndOpensOnlyUnderItsKeyAndAtItsPlace() throws Exception {
    send("no event: 330100199001010011");

    byte[] json = DeadLetterJson.write(letters().get(0));
    DeadLetter letter = DeadLetterJson.read(json);

    assertThat(letter.place()).hasToString("settlements[3]@1");
    assertThat(letter.refusedMillis()).isEqualTo(NOW);
    assertThat(new String(json, UTF_8)).doesNotContain("330100199001010011");
    DeadLetterSeal seal = new DeadLetterSeal(LETTER_KEY);
    assertThat(new String(seal.open(letter), UTF_8)).isEqualTo("no event: 330100199001010011");
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    DeadLetterSeal other = new DeadLetterSeal(otherKey);
    assertThatThrownBy(() -> other.open(letter))
        .hasMessage(
            "dead letter of settlements[3]@1: cannot be opened; it was sealed under key %s, this"
                + " key is %s",
            seal.keyId(), other.keyId());
    DeadLetter moved =
        new DeadLetter(
            letter.schema(),
            new Place("settlements", 3, 2, false),
            letter.reason(),
            letter.faults(),
            letter.refusedMillis(),
            letter.keyId(),
            letter.sealed());
    assertThatThrownBy(() -> seal.open(moved)).isInstanceOf(IllegalArgumentException.class);
  }

  private void send(String json) throws Exception {
    intake.processElement(raw(json.getBytes(UTF_8)), 0);
  }

  private RawEvent raw(byte[] bytes) {
    return new RawEvent(new Place("settlements", 3, ++offset, false), bytes);
  }

  private List<Fault> faults(DeadLetter.Reason reason) {
    assertThat(intake.extractOutputValues()).isEmpty();
    DeadLetter letter = letters().get(0);
    assertThat(letter.reason()).isEqualTo(reason);
    return letter.faults();
  }

  private List<DeadLetter> letters() {
    List<DeadLetter> letters = new ArrayList<>();
    var output = intake.getSideOutput(Intake.DEAD_LETTERS);
    if (output != null) {
      for (StreamRecord<DeadLetter> record : output) {
        letters.add(record.getValue());
      }
    }
    return letters;
  }
}

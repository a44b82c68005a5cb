package org.fundwatch.streaming.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.person.PersonInput.Asked;
import org.fundwatch.streaming.person.PersonInput.Happened;
import org.fundwatch.streaming.row.RowRequest;
import org.fundwatch.streaming.testing.Desk;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows of a person's settlements are sent, and what they hold. */
class PersonRowsHarnessTest {

  private static final Duration HORIZON = Duration.ofDays(400);
  private static final SettlementEvent PLAIN =
      settlement("S1")
          .settledAt("2026-03-16 09:00:00")
          .line("110900001000000", "04", "1", "20.00", "2026-03-16 08:00:00")
          .event(EventKind.SETTLED);
  private static final SettlementEvent DEAR =
      settlement("S2")
          .settledAt("2026-03-18 09:00:00")
          .line("110900001000000", "04", "1", "1350.00", "2026-03-18 08:00:00")
          .event(EventKind.SETTLED);
  private static final SettlementEvent EARLIER_STAY =
      settlement("S3").stay("2026-03-01 09:00:00", "2026-03-08 09:00:00").event(EventKind.SETTLED);
  private static final SettlementEvent LATER_STAY =
      settlement("S4").stay("2026-03-12 09:00:00", "2026-03-18 09:00:00").event(EventKind.SETTLED);

  private Desk<PersonInput> desk;
  private int seen;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(new PersonDesk(new TrivialJudge.Maker(), HORIZON), PersonInput::person);
    desk.clock(1);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void finding_sendsTheSettlementThatItPointsAt_andNoOther() throws Exception {
    send(PLAIN);
    assertThat(rows()).isEmpty();

    send(DEAR);

    assertThat(rows())
        .containsExactly(new SettlementRow(SettlementRow.SCHEMA, "S2", true, List.of(DEAR)));
  }

  @Test
  void findingOnTwoStays_sendsTheEarlierOneOfTheEncounterThatItNames() throws Exception {
    send(EARLIER_STAY);
    send(LATER_STAY);

    assertThat(rows()).extracting(SettlementRow::settlementId).containsExactly("S3");
  }

  @Test
  void settlementListLater_sendsTheRowAgainThoughNoFindingChanges() throws Exception {
    send(DEAR);
    rows();
    SettlementEvent list =
        settlement("S2")
            .settledAt("2026-03-18 09:00:00")
            .diagnosis("I10.x00")
            .event(EventKind.AMENDED);

    send(list);

    assertThat(rows())
        .containsExactly(new SettlementRow(SettlementRow.SCHEMA, "S2", true, List.of(DEAR, list)));
    assertThat(desk.said()).as("the list says nothing of lines").containsExactly("+T1-dear-line");
  }

  @Test
  void reversal_sendsTheRowAsTakenBack() throws Exception {
    send(DEAR);
    rows();

    send(
        settlement("S5").reverses("S2").settledAt("2026-03-20 09:00:00").event(EventKind.REVERSED));

    assertThat(rows())
        .containsExactly(new SettlementRow(SettlementRow.SCHEMA, "S2", false, List.of(DEAR)));
  }

  @Test
  void duplicate_sendsNothing() throws Exception {
    send(DEAR);
    rows();

    send(DEAR);

    assertThat(rows()).isEmpty();
  }

  @Test
  void otherRules_sendTheRowsOfWhatTheyFind() throws Exception {
    send(PLAIN);

    desk.rules("v1 15 2 10");

    assertThat(rows()).extracting(SettlementRow::settlementId).containsExactly("S1");
  }

  @Test
  void request_isAnsweredByWhatIsKnown_andProlongsNoLife() throws Exception {
    send(PLAIN);
    desk.clock(HORIZON.toMillis());

    ask("S1", "S-unknown");
    assertThat(rows()).extracting(SettlementRow::settlementId).containsExactly("S1");

    desk.clock(HORIZON.toMillis() + 2);
    ask("S1");
    assertThat(rows()).isEmpty();
  }

  @Test
  void request_aboutNobodyKnown_isPassedOver() throws Exception {
    ask("S1");

    assertThat(rows()).isEmpty();
    assertThat(desk.said()).isEmpty();
    assertThat(desk.entries()).isZero();
  }

  private void send(SettlementEvent event) throws Exception {
    desk.send(new Happened(event));
  }

  private void ask(String... settlements) throws Exception {
    String person = PLAIN.settlement().person().id();
    desk.send(new Asked(new RowRequest(person, List.of(settlements))));
  }

  /** The rows sent since the last call. */
  private List<SettlementRow> rows() {
    List<SettlementRow> all = desk.side(PersonDesk.ROWS);
    List<SettlementRow> rows = List.copyOf(all.subList(seen, all.size()));
    seen = all.size();
    return rows;
  }
}

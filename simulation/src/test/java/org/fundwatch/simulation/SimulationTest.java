package org.fundwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static SampleRun run;

  @BeforeAll
  static void simulate() {
    run = SampleRun.of(SampleRun.RICH);
  }

  @Test
  void run_sameSeed_sameBytesWhateverTheThreads() throws NoSuchAlgorithmException {
    assertThat(digest(3, 1)).isEqualTo(digest(3, 5));
    assertThat(digest(4, 2)).isNotEqualTo(digest(3, 2));
  }

  private static String digest(long seed, int threads) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    SettlementEventWriter writer = new SettlementEventWriter();
    Simulation.run(
        new SimulationConfig(seed, 4_000, 60, SampleRun.MARCH, 1, 4, threads),
        event -> digest.update(writer.write(event)),
        entry -> digest.update(entry.toString().getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void run_everyEvent_isReadBackAsItWas() {
    SettlementEventWriter writer = new SettlementEventWriter();
    SettlementEventReader reader = new SettlementEventReader();
    for (SettlementEvent event : run.events) {
      assertThat(reader.read(writer.write(event))).isEqualTo(new Parsed.Accepted(event));
    }
  }

  @Test
  void run_events_comeInOrderOfSending_exceptRepeats() {
    Set<String> seen = new HashSet<>();
    List<Long> sent =
        run.events.stream()
            .filter(event -> seen.add(event.messageId()))
            .map(SettlementEvent::sentMillis)
            .toList();

    assertThat(sent).isSorted();
  }

  @Test
  void run_events_areOfEveryTransactionAndKind() {
    assertThat(run.events)
        .extracting(SettlementEvent::transaction)
        .contains("2102", "2103", "2207", "2208", "2304", "2305", "2601", "4101");
    assertThat(run.events).extracting(SettlementEvent::kind).contains(EventKind.MID_STAY);
  }

  @Test
  void run_messageIds_areSharedByTheSameMessageOnly() {
    Map<String, SettlementEvent> byId = new HashMap<>();
    int repeated = 0;
    for (SettlementEvent event : run.events) {
      SettlementEvent same = byId.putIfAbsent(event.messageId(), event);
      if (same != null) {
        assertThat(event).isEqualTo(same);
        repeated++;
      }
    }
    assertThat(repeated).isPositive();
  }

  @Test
  void run_settlementIds_areOfOneSettlementOnly() {
    Map<String, Settlement> byId = new HashMap<>();
    for (SettlementEvent event : run.events) {
      if (event.kind() == EventKind.SETTLED || event.kind() == EventKind.MID_STAY) {
        Settlement s = event.settlement();
        assertThat(byId.computeIfAbsent(s.settlementId(), id -> s)).isEqualTo(s);
      }
    }
  }

  @Test
  void run_money_addsUpToTheFen() {
    for (Settlement s : run.settlements()) {
      Amounts a = s.amounts();
      assertThat(a.totalFen())
          .as(s.settlementId())
          .isPositive()
          .isEqualTo(a.ownPayFen() + a.overLimitFen() + a.prePayFen() + a.inScopeFen())
          .isEqualTo(a.fundFen() + a.personFen() + a.hospitalFen())
          .isEqualTo(s.lines().stream().mapToLong(FeeLine::amountFen).sum());
      assertThat(a.personFen()).isEqualTo(a.accountFen() + a.cashFen() + a.mutualFen());
      assertThat(a.inScopeFen()).isEqualTo(s.lines().stream().mapToLong(FeeLine::inScopeFen).sum());
      assertThat(a.fundFen() + a.accountFen())
          .isEqualTo(s.payments().stream().mapToLong(Payment::paidFen).sum());
      assertThat(a.fundFen()).isBetween(0L, a.totalFen());
    }
  }

  @Test
  void run_lateArrivals_occur() {
    long late =
        run.events.stream()
            .filter(event -> event.kind() == EventKind.SETTLED)
            .filter(event -> event.sentMillis() - event.settlement().settledMillis() > 3_600_000)
            .count();

    assertThat(late).isPositive();
  }
}

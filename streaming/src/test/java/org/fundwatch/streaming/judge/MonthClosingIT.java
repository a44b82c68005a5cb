package org.fundwatch.streaming.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.baseline.MonthFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthClosingIT {

  private static final String ONE = "H33010000001";
  private static final String OTHER = "H33010000002";
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @TempDir private Path folder;

  @Test
  void figures_anyOrderTwiceAndWithReversals_areThoseOfWhatStands() throws IOException {
    List<SettlementEvent> events = new ArrayList<>();
    visits(ONE, 40, events);
    visits(OTHER, 31, events);
    List<SettlementEvent> more = new ArrayList<>(events);
    SettlementEvent taken = visit("T", OTHER, 99);
    more.add(taken);
    more.add(
        settlement("S-back")
            .person(taken.settlement().person().id(), Gender.FEMALE)
            .institution(OTHER)
            .reverses("T")
            .settledAt("2026-03-30 09:00:00")
            .event(EventKind.REVERSED));
    more.addAll(events.subList(0, 10));
    Collections.shuffle(more, new Random(3));

    List<MonthFigures> figures = measured(events, "plain");

    assertThat(figures).containsExactlyInAnyOrder(visitsOf(ONE, 40), visitsOf(OTHER, 31));
    assertThat(measured(more, "more")).isEqualTo(figures);
  }

  private List<MonthFigures> measured(List<SettlementEvent> events, String name)
      throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (SettlementEvent event : events) {
      lines.write(new SettlementEventWriter().write(event));
      lines.write('\n');
    }
    Path file = folder.resolve(name + ".jsonl");
    Files.write(file, lines.toByteArray());
    JudgeRequest request =
        new JudgeRequest(
            List.of(file),
            folder.resolve(name + ".out"),
            false,
            RuleBundle.of(Map.of()),
            "",
            new byte[16],
            2,
            Clock.systemUTC());
    MonthClosing.Measured measured = MonthClosing.measure(request, MARCH);
    assertThat(measured.judged().refused()).isZero();
    return measured.figures();
  }

  private static MonthFigures visitsOf(String institution, int count) {
    return new MonthFigures(
        visit("X", institution, 1).settlement().institution(),
        count,
        new TreeMap<>(Map.of("visit_cost_yuan", 100.0)),
        new TreeMap<>());
  }

  private static void visits(String institution, int count, List<SettlementEvent> to) {
    for (int i = 0; i < count; i++) {
      to.add(visit("S" + institution.charAt(11) + i, institution, i));
    }
  }

  private static SettlementEvent visit(String id, String institution, int person) {
    return settlement(id)
        .person("33010019900101%s%03d".formatted(institution.charAt(11), person), Gender.FEMALE)
        .institution(institution)
        .settledAt("2026-03-%02d 10:00:00".formatted(1 + person % 28))
        .event(EventKind.SETTLED);
  }
}

package org.fundwatch.alertapi.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreditReportTest {
  private static final CreditTables TABLES = CreditTables.of(null);
  private static final Holder HOSPITAL = Holder.institution("H1");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  @Test
  void tables_ours_areThese() {
    assertThat(TABLES.grounds())
        .extracting(
            row ->
                "%s %s -%d, %d months, repair after %d, %s"
                    .formatted(
                        row.key(),
                        row.outcome(),
                        row.deduction(),
                        row.months(),
                        row.repairAfter(),
                        row.validity().provenance()))
        .containsExactly(
            "agreement AGREEMENT -5, 12 months, repair after 3, PROPOSAL",
            "violation-38 VIOLATION_38 -15, 24 months, repair after 6, PROPOSAL",
            "violation-39 VIOLATION_39 -15, 24 months, repair after 6, PROPOSAL",
            "fraud-40 FRAUD_40 -50, 36 months, repair after 12, PROPOSAL",
            "transfer TRANSFER -50, 36 months, repair after 12, PROPOSAL",
            "refusal null -20, 24 months, repair after 6, PROPOSAL",
            "late-refund null -10, 12 months, repair after 3, PROPOSAL",
            "other null -5, 12 months, repair after 3, PROPOSAL");
    assertThat(TABLES.grades())
        .extracting(row -> row.key() + " " + row.least())
        .containsExactly("A 90", "B 75", "C 60", "D 0");
  }

  @ParameterizedTest
  @CsvSource({
    "0,100,A", "10,90,A", "11,89,B", "25,75,B", "26,74,C", "40,60,C", "41,59,D", "130,0,D"
  })
  void grade_bothSidesOfEachBound(int deduction, int score, String grade) {
    var report = report(DAY, mark(MarkState.IN_FORCE, deduction));

    assertThat(report.score()).isEqualTo(score);
    assertThat(report.grade().key()).isEqualTo(grade);
  }

  @Test
  void entry_countsFromItsDayToItsLast() {
    var mark = mark(MarkState.IN_FORCE, 15);

    assertThat(report(DAY.minusDays(1), mark).score()).isEqualTo(100);
    assertThat(report(DAY, mark).score()).isEqualTo(85);
    assertThat(report(LocalDate.of(2027, 4, 30), mark).score()).isEqualTo(85);
    var after = report(LocalDate.of(2027, 5, 1), mark);
    assertThat(after.score()).isEqualTo(100);
    assertThat(after.ended()).hasSize(1);
  }

  @Test
  void entry_proposedWithdrawnOrRepaired_countsForNothing() {
    var report =
        report(
            DAY,
            mark(MarkState.PROPOSED, 50),
            mark(MarkState.WITHDRAWN, 50),
            mark(MarkState.REFUSED, 50),
            mark(MarkState.REPAIRED, 50));

    assertThat(report.score()).isEqualTo(100);
    assertThat(report.proposed()).hasSize(1);
    assertThat(report.ended()).hasSize(3);
    // While somebody asks for something, it counts on.
    assertThat(report(DAY, mark(MarkState.OBJECTED, 5), mark(MarkState.REPAIR_ASKED, 6)).score())
        .isEqualTo(89);
  }

  @Property(tries = 200, seed = "20261122")
  void score_liesInRangeAndFallsWithEachEntry(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 60) Integer> deductions) {
    int before = 100;
    for (int count = 1; count <= deductions.size(); count++) {
      var marks =
          deductions.subList(0, count).stream().map(d -> mark(MarkState.IN_FORCE, d)).toList();
      int score = CreditReport.of(HOSPITAL, marks, TABLES, "3201", DAY).score();
      assertThat(score).isBetween(0, before);
      before = score;
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static CreditReport report(LocalDate day, Mark<CreditEntry>... marks) {
    return CreditReport.of(HOSPITAL, List.of(marks), TABLES, "320102", day);
  }

  private static Mark<CreditEntry> mark(MarkState state, int deduction) {
    var content =
        new CreditEntry(
            HOSPITAL,
            "H1",
            "320102",
            "other",
            deduction,
            "",
            DAY,
            LocalDate.of(2027, 4, 30),
            LocalDate.of(2026, 8, 1),
            List.of("文1"),
            "");
    return new Mark<>("credit-1", 2, state, content, 0, List.of());
  }
}

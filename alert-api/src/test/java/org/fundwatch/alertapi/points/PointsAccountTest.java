package org.fundwatch.alertapi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fundwatch.alertapi.points.PointsEntry.Responsibility;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkState;
import org.fundwatch.alertapi.standing.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PointsAccountTest {
  private static final PointsTables TABLES = PointsTables.of(null);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void tables_ours_areThese() {
    assertThat(TABLES.grounds())
        .extracting(
            row -> "%s %d-%d %s".formatted(row.key(), row.least(), row.most(), row.outcomes()))
        .containsExactly(
            "general 1-3 []",
            "penalty-38 4-6 [VIOLATION_38]",
            "penalty-39 4-6 [VIOLATION_39]",
            "impersonation 7-9 []",
            "repeated 7-9 []",
            "fraud-40 10-12 [FRAUD_40]",
            "licence-revoked 10-12 []");
    assertThat(TABLES.consequences())
        .extracting(
            row ->
                "%s %s %s from %d, %d-%d months, '%s' %s"
                    .formatted(
                        row.key(),
                        row.kind(),
                        row.basis(),
                        row.points(),
                        row.monthsLeast(),
                        row.monthsMost(),
                        row.validity().region(),
                        row.validity().provenance()))
        .containsExactly(
            "talk TALK YEAR from 6, 0-0 months, '12' LOCAL",
            "suspend SUSPEND YEAR from 9, 1-6 months, '' PROPOSAL",
            "terminate TERMINATE YEAR from 12, 12-12 months, '' PROPOSAL",
            "terminate-once TERMINATE ONCE from 12, 36-36 months, '' PROPOSAL");
    assertThat(TABLES.terms())
        .extracting(row -> row.key() + " " + row.value())
        .containsExactly("objection 10", "repair 4");
  }

  @Test
  void account_twoEntriesOfTheYear_reachASuspension() {
    var account = account("320102", mark(5, 2026), mark(4, 2026), mark(12, 2025));

    assertThat(account.total()).isEqualTo(9);
    assertThat(account.highest()).isEqualTo(5);
    assertThat(reached(account)).containsExactly("suspend 9");
    assertThat(account.counted()).hasSize(2);
  }

  @Test
  void account_bothSidesOfAThreshold_differ() {
    assertThat(reached(account("320102", mark(8, 2026)))).isEmpty();
    assertThat(reached(account("320102", mark(11, 2026)))).containsExactly("suspend 11");
    assertThat(reached(account("320102", mark(12, 2026))))
        .containsExactly("suspend 12", "terminate 12", "terminate-once 12");
    assertThat(reached(account("320102", mark(6, 2026), mark(6, 2026))))
        .containsExactly("suspend 12", "terminate 12");
    // Known of Tianjin alone.
    assertThat(reached(account("120101", mark(6, 2026)))).containsExactly("talk 6");
  }

  @Test
  void account_ofWhatNobodyApproved_isEmpty() {
    var account =
        account(
            "320102",
            new Mark<>("points-1", 1, MarkState.PROPOSED, entry(12, 2026), 0, List.of()),
            new Mark<>("points-2", 4, MarkState.WITHDRAWN, entry(12, 2026), 0, List.of()));

    assertThat(account.total()).isZero();
    assertThat(account.reached()).isEmpty();
    assertThat(account.proposed()).hasSize(1);
    assertThat(account.ended()).hasSize(1);
  }

  @Test
  void account_repairedPoints_countNoMore() {
    var repaired = new Mark<>("points-1", 4, MarkState.IN_FORCE, entry(12, 2026), 4, List.of());

    var account = account("320102", repaired);

    assertThat(account.total()).isEqualTo(8);
    assertThat(account.repaired()).isEqualTo(4);
    assertThat(account.reached()).isEmpty();
  }

  @Test
  void account_measure_holdsUntilItsLastDay() {
    var content =
        new PointsMeasure(
            "D1",
            "H1",
            "320102",
            "suspend",
            PointsMeasure.Kind.SUSPEND,
            2026,
            LocalDate.of(2026, 8, 31),
            3,
            "");
    var measure = new Mark<>("measure-1", 2, MarkState.IN_FORCE, content, 0, List.of());

    assertThat(content.until()).isEqualTo(LocalDate.of(2026, 11, 29));
    assertThat(inForce(measure, LocalDate.of(2026, 8, 30))).isZero();
    assertThat(inForce(measure, LocalDate.of(2026, 11, 29))).isEqualTo(1);
    assertThat(inForce(measure, LocalDate.of(2026, 11, 30))).isZero();
  }

  private static int inForce(Mark<PointsMeasure> measure, LocalDate day) {
    return PointsAccount.of("D1", 2026, List.of(), List.of(measure), TABLES, "", day)
        .inForce()
        .size();
  }

  @Property(tries = 200, seed = "20261122")
  void account_morePoints_neverReachLess(
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 12) Integer> points,
      @ForAll @IntRange(min = 1, max = 12) int more) {
    var entries = new ArrayList<>(points.stream().map(each -> mark(each, 2026)).toList());
    var before = PointsAccount.of("D1", 2026, entries, List.of(), TABLES, "320102", TODAY);
    entries.add(mark(more, 2026));
    var after = PointsAccount.of("D1", 2026, entries, List.of(), TABLES, "320102", TODAY);

    assertThat(after.total()).isEqualTo(before.total() + more);
    assertThat(after.reached().stream().map(PointsAccount.PointsReached::consequence).toList())
        .containsAll(
            before.reached().stream().map(PointsAccount.PointsReached::consequence).toList());
  }

  @Test
  void tables_ofOnesOwn_takeThePlaceOfOurs(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("points-terms.csv"),
        "key,value,%s\nrepair,4,,,,proposal,一\nrepair,3,32,2026-01-01,,local,江苏某文件\n"
            .formatted(Validity.COLUMNS));

    var own = PointsTables.of(folder);

    assertThat(own.term("repair", "320102", TODAY).orElseThrow().value()).isEqualTo(3);
    assertThat(own.term("repair", "320102", LocalDate.of(2025, 12, 31)).orElseThrow().value())
        .isEqualTo(4);
    assertThat(own.term("objection", "320102", TODAY)).isEmpty();
    assertThat(own.grounds()).isEqualTo(TABLES.grounds());
  }

  @Test
  void tables_wrong_areRefusedWithThePlace(@TempDir Path folder) throws IOException {
    var file = folder.resolve("points-terms.csv");
    Files.writeString(file, "key,value,%s\nrepare,4,,,,proposal,一\n".formatted(Validity.COLUMNS));

    assertThatThrownBy(() -> PointsTables.of(folder))
        .hasMessage(file + ":2: key 'repare'; allowed: objection, repair");
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static PointsAccount account(String region, Mark<PointsEntry>... entries) {
    return PointsAccount.of("D1", 2026, List.of(entries), List.of(), TABLES, region, TODAY);
  }

  private static List<String> reached(PointsAccount account) {
    return account.reached().stream()
        .map(row -> row.consequence().key() + " " + row.points())
        .toList();
  }

  private static Mark<PointsEntry> mark(int points, int year) {
    return new Mark<>("points-1", 2, MarkState.IN_FORCE, entry(points, year), 0, List.of());
  }

  private static PointsEntry entry(int points, int year) {
    return new PointsEntry(
        "D1",
        "H1",
        "320102",
        "general",
        points,
        Responsibility.MAIN,
        "",
        LocalDate.of(year, 5, 1),
        "");
  }
}

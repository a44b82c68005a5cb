package org.fundwatch.alertapi.credit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.term.TableFile;
import org.fundwatch.alertapi.standing.Validity;
import org.jspecify.annotations.Nullable;

/** What takes how much from a credit score for how long, and which score is which grade. */
record CreditTables(List<CreditGround> grounds, List<CreditGrade> grades) {

  /**
   * What an entry is made for.
   *
   * @param outcome of a closed case that it is made from, null where it is entered by hand alone
   * @param deduction from the score
   * @param months that it counts
   * @param repairAfter months after which it can be repaired
   */
  public record CreditGround(
      String key,
      String zh,
      @Nullable Disposition outcome,
      int deduction,
      int months,
      int repairAfter,
      Validity validity)
      implements Validity.Row {
    private static final String COLUMNS = "ground,zh,outcome,deduction,months,repairAfter";

    private static CreditGround of(TableFile.Row row) {
      int months = (int) row.positive("months");
      if (row.count("repairAfter") > months) {
        throw row.wrong("repairAfter", row.text("repairAfter"), "0 to " + months);
      }
      return new CreditGround(
          row.text("ground"),
          row.text("zh"),
          row.text("outcome").isEmpty() ? null : row.constant("outcome", Disposition.class),
          (int) row.positive("deduction"),
          months,
          row.count("repairAfter"),
          Validity.of(row));
    }
  }

  /**
   * A grade.
   *
   * @param least score that has it
   */
  public record CreditGrade(String key, String zh, int least, Validity validity)
      implements Validity.Row {
    private static CreditGrade of(TableFile.Row row) {
      return new CreditGrade(
          row.text("grade"), row.text("zh"), row.count("least"), Validity.of(row));
    }
  }

  /**
   * Our tables, with those of an installation in their place.
   *
   * @param folder with {@code credit-grounds.csv} and {@code credit-grades.csv}, null for none
   */
  static CreditTables of(@Nullable Path folder) {
    var grades =
        Validity.table(
            folder, CreditTables.class, "credit-grades.csv", "grade,zh,least", CreditGrade::of);
    if (grades.stream()
        .noneMatch(grade -> grade.least() == 0 && grade.validity().region().isEmpty())) {
      throw new IllegalArgumentException(
          "credit-grades.csv: no grade from 0; one with an empty region is wanted");
    }
    return new CreditTables(
        Validity.table(
            folder,
            CreditTables.class,
            "credit-grounds.csv",
            CreditGround.COLUMNS,
            CreditGround::of),
        grades);
  }

  /** The grade of a score: of those that it has, the one that wants most. */
  CreditGrade grade(int score, String region, LocalDate day) {
    return Validity.all(grades, region, day).stream()
        .filter(grade -> grade.least() <= score)
        .max(Comparator.comparingInt(CreditGrade::least))
        .orElseThrow(() -> new IllegalStateException("credit-grades.csv: none from 0 on " + day));
  }
}

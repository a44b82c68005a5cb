package org.fundwatch.rules.backtest;

import java.util.List;
import java.util.Locale;
import org.fundwatch.rules.backtest.BackTestReport.Example;
import org.fundwatch.rules.backtest.BackTestReport.Row;
import org.fundwatch.rules.backtest.BackTestReport.RuleChange;

/** The report for a terminal. */
public final class BackTestText {

  private static final int MOST = 25;
  private static final String COLUMNS = "%-34s %9s %9s %8s %8s %8s %8s %18s %-18s %s%n";

  private final StringBuilder text = new StringBuilder();

  private BackTestText() {}

  /** The whole text. */
  public static String of(BackTestReport report) {
    BackTestText page = new BackTestText();
    page.head(report);
    page.table("by rule (findings)", report.byRule());
    page.table("by region (alerts)", report.byRegion());
    page.table("by institution (alerts)", report.byInstitution());
    page.examples(report.examples());
    return page.text.toString();
  }

  private void head(BackTestReport report) {
    line(
        "history: %s events of %d files, %s lines refused",
        Figures.count(report.history().events()),
        report.history().files(),
        Figures.count(report.history().refused()));
    rules("against", report.before());
    rules("new", report.after());
    for (RuleChange change : report.changes()) {
      line(
          "  %s: %s",
          change.rule(),
          change.before() == 0
              ? "new, version " + change.after()
              : change.after() == 0
                  ? "no longer judges"
                  : "version " + change.before() + " -> " + change.after());
    }
    line(
        "inspector hours: %s -> %s (%s an alert; ours unless you stated yours)",
        Figures.hours(report.hoursBefore()), Figures.hours(report.hoursAfter()), report.minutes());
    table("in all", List.of(report.alerts(), report.findings()));
  }

  private void rules(String side, BackTestReport.Rules rules) {
    line(
        "%s: %s, rule-set %s, %d rules judge",
        side, rules.name(), rules.version(), rules.judging());
  }

  private void table(String title, List<Row> rows) {
    text.append(String.format(Locale.ROOT, "%n"));
    text.append(
        String.format(
            Locale.ROOT,
            COLUMNS,
            title,
            "before",
            "after",
            "added",
            "dropped",
            "changed",
            "kept",
            "amount +/- yuan",
            "precision before",
            "after"));
    for (Row row : rows.subList(0, Math.min(MOST, rows.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              COLUMNS,
              row.key(),
              Figures.count(row.before().count()),
              Figures.count(row.after().count()),
              Figures.change(row.added().count()),
              Figures.change(-row.dropped().count()),
              row.changed().count() == 0 ? "" : Figures.count(row.changed().count()),
              Figures.count(row.kept().count()),
              Figures.yuan(row.after().fen() - row.before().fen()),
              Figures.precision(row.before()),
              Figures.precision(row.after())));
    }
    if (rows.size() > MOST) {
      line("... and %d more, all of them in --json and --html", rows.size() - MOST);
    }
  }

  private void examples(List<Example> examples) {
    if (!examples.isEmpty()) {
      line("%nexamples");
    }
    for (Example example : examples) {
      line(
          "%s %s %s (%s -> %s yuan)%n  %s%n  %s",
          example.kind().name().toLowerCase(Locale.ROOT),
          example.rule(),
          example.finding(),
          Figures.yuan(example.beforeFen()),
          Figures.yuan(example.afterFen()),
          example.sentenceZh(),
          example.sentenceEn());
    }
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form + "%n", values));
  }
}

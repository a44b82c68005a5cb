package org.fundwatch.rules.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.rules.backtest.BackTestReport.Example;
import org.fundwatch.rules.backtest.BackTestReport.Row;
import org.fundwatch.rules.backtest.BackTestReport.RuleChange;
import org.fundwatch.rules.backtest.BackTestReport.Side;

/** The report as one page that needs nothing beside itself. */
public final class BackTestPage {

  private static final int BARS = 20;
  private static final int TABLE = 200;
  private static final double YUAN = 100;
  private static final List<String> HEAD =
      List.of(
          "",
          "原有 before",
          "现有 after",
          "新增 added",
          "消失 dropped",
          "金额变化 changed",
          "不变 kept",
          "金额 before",
          "金额 after",
          "准确率 before",
          "准确率 after");

  private final StringBuilder page = new StringBuilder();

  private BackTestPage() {}

  /** The page, whole. */
  public static String of(BackTestReport report) {
    BackTestPage page = new BackTestPage();
    page.head(report);
    page.rules(report);
    page.amounts("按统筹区 · By region", report.byRegion());
    page.amounts("按机构 · By institution", report.byInstitution());
    page.precision(report);
    page.examples(report.examples());
    page.page.append("</body>\n</html>\n");
    return page.page.toString();
  }

  private void head(BackTestReport report) {
    page.append(
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>规则回测 · Back-test</title>
        <style>
        """);
    page.append(style()).append("</style>\n</head>\n<body>\n<h1>规则回测 · Back-test of rules</h1>\n");
    paragraph(
        "%s events of %d files, %s lines refused. Against: %s (%s, %d rules). New: %s (%s, %d rules)."
            .formatted(
                Figures.count(report.history().events()),
                report.history().files(),
                Figures.count(report.history().refused()),
                report.before().name(),
                report.before().version(),
                report.before().judging(),
                report.after().name(),
                report.after().version(),
                report.after().judging()));
    page.append("<div class=\"tiles\">\n");
    tile("预警 alerts", report.alerts().before().count(), report.alerts().after().count());
    tile("命中 findings", report.findings().before().count(), report.findings().after().count());
    tile(
        "涉及金额（元）yuan at risk",
        Figures.yuan(report.alerts().before().fen()),
        Figures.yuan(report.alerts().after().fen()));
    tile(
        "核查工时 inspector hours",
        Figures.hours(report.hoursBefore()),
        Figures.hours(report.hoursAfter()));
    if (known(report.alerts())) {
      tile(
          "准确率 precision",
          Figures.percent(report.alerts().before()),
          Figures.percent(report.alerts().after()));
    }
    page.append("</div>\n");
    paragraph(
        "Hours: %s an alert, an estimate of ours unless the run stated its own. 每条预警的核查分钟数为本系统估计值。"
            .formatted(report.minutes()));
    if (!report.changes().isEmpty()) {
      paragraph(
          "规则变动 changed rules: "
              + report.changes().stream()
                  .map(BackTestPage::change)
                  .collect(Collectors.joining("; ")));
    }
  }

  private static String change(RuleChange change) {
    return change.before() == 0
        ? change.rule() + " (new)"
        : change.after() == 0
            ? change.rule() + " (no longer judges)"
            : "%s (%d → %d)".formatted(change.rule(), change.before(), change.after());
  }

  private void rules(BackTestReport report) {
    title("按规则 · By rule", "命中数 findings; 向左为消失 dropped ones to the left");
    legend("kept", "changed", "added", "dropped");
    List<Bars.Bar> bars = report.byRule().stream().limit(BARS).map(BackTestPage::movement).toList();
    page.append(new Bars("findings by rule", 1, bars).svg());
    table(report.byRule());
  }

  private static Bars.Bar movement(Row row) {
    return new Bars.Bar(
        row.key(),
        List.of(
            new Bars.Part("kept", row.kept().count(), "kept " + row.kept().count()),
            new Bars.Part("changed", row.changed().count(), "changed " + row.changed().count()),
            new Bars.Part("added", row.added().count(), "added " + row.added().count()),
            new Bars.Part("dropped", -row.dropped().count(), "dropped " + row.dropped().count())),
        row.moved() == 0
            ? "="
            : Stream.of(
                    Figures.change(row.added().count()),
                    Figures.change(-row.dropped().count()),
                    row.changed().count() == 0 ? "" : "±" + Figures.count(row.changed().count()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
  }

  private void amounts(String title, List<Row> rows) {
    title(title, "涉及金额（万元）yuan at risk of alerts, in ten thousands");
    legend("before", "after");
    List<Bars.Bar> bars =
        rows.stream()
            .sorted(Comparator.comparingLong((Row row) -> -largest(row)).thenComparing(Row::key))
            .limit(BARS / 2)
            .flatMap(
                row ->
                    List.of(
                        amount("before", label(row), row.before()),
                        amount("after", "", row.after()))
                        .stream())
            .toList();
    page.append(new Bars(title, 2, bars).svg());
    table(rows);
  }

  private static long largest(Row row) {
    return Math.max(row.before().fen(), row.after().fen());
  }

  private static Bars.Bar amount(String kind, String label, Side side) {
    double yuan = side.fen() / YUAN;
    String text = String.format(Locale.ROOT, "%,.2f", yuan / 10_000);
    return new Bars.Bar(
        label, List.of(new Bars.Part(kind, yuan, kind + " " + Figures.yuan(side.fen()))), text);
  }

  private void precision(BackTestReport report) {
    List<Row> rows = report.byRule().stream().filter(BackTestPage::known).limit(BARS).toList();
    if (rows.isEmpty()) {
      return;
    }
    title("准确率 · Precision", "share confirmed of the findings whose outcome is known");
    legend("before", "after");
    List<Bars.Bar> bars =
        rows.stream()
            .flatMap(
                row ->
                    List.of(
                        share("before", row.key(), row.before()), share("after", "", row.after()))
                        .stream())
            .toList();
    page.append(new Bars("precision by rule", 2, bars).svg());
  }

  private static Bars.Bar share(String kind, String label, Side side) {
    double share = side.known() == 0 ? 0 : side.precision();
    String text = Figures.precision(side);
    return new Bars.Bar(label, List.of(new Bars.Part(kind, share, kind + " " + text)), text);
  }

  private static boolean known(Row row) {
    return row.before().known() + row.after().known() > 0;
  }

  private void examples(List<Example> examples) {
    if (examples.isEmpty()) {
      return;
    }
    title("示例 · Examples", "the largest amounts of each rule");
    for (Example example : examples) {
      String kind = example.kind().name().toLowerCase(Locale.ROOT);
      page.append(
          """
          <div class="example of-%s"><small>%s · %s · %s · %s → %s 元 · %s%s</small>
          <div>%s</div><div>%s</div></div>
          """
              .formatted(
                  kind,
                  word(kind),
                  Html.escape(example.rule()),
                  Html.escape(example.institution()),
                  Figures.yuan(example.beforeFen()),
                  Figures.yuan(example.afterFen()),
                  Html.escape(example.finding()),
                  example.verdict() == Outcomes.Verdict.UNKNOWN
                      ? ""
                      : " · " + example.verdict().name().toLowerCase(Locale.ROOT),
                  Html.escape(example.sentenceZh()),
                  Html.escape(example.sentenceEn())));
    }
  }

  private void table(List<Row> rows) {
    page.append(Html.table(HEAD, rows.stream().limit(TABLE).map(BackTestPage::cells).toList()));
    if (rows.size() > TABLE) {
      paragraph("and %d more, all of them in the JSON".formatted(rows.size() - TABLE));
    }
  }

  private static List<String> cells(Row row) {
    return List.of(
        label(row),
        Figures.count(row.before().count()),
        Figures.count(row.after().count()),
        Figures.change(row.added().count()),
        Figures.change(-row.dropped().count()),
        row.changed().count() == 0 ? "" : Figures.count(row.changed().count()),
        Figures.count(row.kept().count()),
        Figures.yuan(row.before().fen()),
        Figures.yuan(row.after().fen()),
        Figures.precision(row.before()),
        Figures.precision(row.after()));
  }

  private static String label(Row row) {
    return row.name().isEmpty() ? row.key() : row.key() + " " + row.name();
  }

  private void title(String words, String below) {
    page.append("<h2>%s</h2>%n".formatted(Html.escape(words)));
    paragraph(below);
  }

  private void paragraph(String words) {
    page.append("<p>%s</p>%n".formatted(Html.escape(words)));
  }

  private void tile(String what, long before, long after) {
    tile(what, Figures.count(before), Figures.count(after));
  }

  private void tile(String what, String before, String after) {
    page.append(
        "<div class=\"tile\"><span>%s</span><b>%s</b><span>%s</span></div>%n"
            .formatted(Html.escape(what), Html.escape(after), "原有 before: " + Html.escape(before)));
  }

  private void legend(String... kinds) {
    page.append("<div class=\"legend\">");
    for (String kind : kinds) {
      page.append("<span><i class=\"%s\"></i>%s</span>".formatted(kind, word(kind)));
    }
    page.append("</div>\n");
  }

  private static String word(String kind) {
    return switch (kind) {
      case "added" -> "新增 added";
      case "dropped" -> "消失 dropped";
      case "changed" -> "金额变化 changed";
      case "kept" -> "不变 kept";
      case "before" -> "原有规则 before";
      default -> "新规则 after";
    };
  }

  private static String style() {
    try (InputStream css = BackTestPage.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

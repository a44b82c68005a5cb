package org.fundwatch.alertapi.fund;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.fund.Notice.Act;
import org.fundwatch.alertapi.fund.Notice.GradeChange;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.problem.ProblemException;

/**
 * The months and notices of one fund of one region: one stream, so that figures and the notices
 * that they make are one entry and cannot part.
 *
 * @param months by month
 * @param notices by id, in the order they were made
 * @param sequence of the last entry, 0 without entries
 */
record Series(
    String region,
    FundKind fund,
    TreeMap<YearMonth, FiledMonth> months,
    Map<String, Notice> notices,
    int sequence) {
  /** Type of entry: figures of a month, with the notices that they make. */
  static final String FILED = "FILED";

  /**
   * A month as it was filed last.
   *
   * @param version of the month: the sequence of that entry
   * @param corrections how often it was filed before
   */
  public record FiledMonth(Figures figures, int version, String by, long at, int corrections) {}

  /** Body of an entry that files a month. */
  record Filing(String month, Figures figures, List<GradeChange> raised) {
    Filing {
      raised = List.copyOf(raised);
    }
  }

  /** Body of an entry about a notice. */
  record Handling(String notice, String text) {}

  static StreamId stream(String region, FundKind fund) {
    return new StreamId(Kind.DESK, "fund-%s-%s".formatted(region, fund));
  }

  static boolean isSeries(StreamId stream) {
    return stream.kind() == Kind.DESK && stream.id().matches("fund-\\d+-[A-Z]+");
  }

  /** The series that entries make. */
  static Series of(StreamId stream, List<Entry> entries) {
    var parts = stream.id().split("-", -1);
    var series =
        new Series(
            parts[1],
            FundKind.valueOf(parts[2]),
            new TreeMap<>(),
            new LinkedHashMap<>(),
            entries.size());
    entries.forEach(series::add);
    return series;
  }

  private void add(Entry entry) {
    if (entry.type().equals(FILED)) {
      var filing = entry.body(Filing.class);
      months.merge(
          YearMonth.parse(filing.month()),
          new FiledMonth(filing.figures(), entry.sequence(), entry.by(), entry.at(), 0),
          (before, now) ->
              new FiledMonth(
                  now.figures(), now.version(), now.by(), now.at(), before.corrections() + 1));
      for (var raised : filing.raised()) {
        var id = noticeId(entry.sequence(), raised);
        notices.put(
            id,
            new Notice(
                id,
                region,
                fund,
                raised,
                Notice.State.OPEN,
                entry.at(),
                List.of(),
                entry.sequence()));
      }
    } else {
      var handling = entry.body(Handling.class);
      var act = Act.valueOf(entry.type());
      notices.computeIfPresent(
          handling.notice(),
          (id, notice) -> {
            var next = notice.state().after(act);
            return notice.with(
                new Notice.NoticeStep(act, entry.by(), entry.at(), Mask.text(handling.text())),
                next == null ? notice.state() : next,
                entry.sequence());
          });
    }
  }

  private String noticeId(int at, GradeChange raised) {
    return "%s-%s-%d-%s".formatted(region, fund, at, raised.judged().reading().indicator());
  }

  /**
   * A month that was filed.
   *
   * @throws ProblemException when it was not
   */
  FiledMonth required(YearMonth month) {
    var filed = months.get(month);
    if (filed == null) {
      throw ProblemException.notFound("month %s of '%s': not filed".formatted(month, region));
    }
    return filed;
  }

  /** What all indicators say of a month. */
  List<GradeTable.JudgedReading> judged(GradeTable table, YearMonth month) {
    var known = known(months);
    var judged = new ArrayList<GradeTable.JudgedReading>();
    for (var indicator : Indicator.values()) {
      judged.add(table.judge(indicator.read(known, month), region, fund));
    }
    return judged;
  }

  /**
   * The notices that figures make: for each indicator whose grade of the last month is another than
   * the last that was noticed. Nothing is noticed where there is no value.
   */
  List<GradeChange> raisedBy(YearMonth month, Figures figures, GradeTable table) {
    var after = new TreeMap<>(months);
    after.put(month, new FiledMonth(figures, 0, "", 0, 0));
    var standing = standing();
    var known = known(after);
    var raised = new ArrayList<GradeChange>();
    for (var indicator : Indicator.values()) {
      var judged = table.judge(indicator.read(known, after.lastKey()), region, fund);
      var before = standing.getOrDefault(indicator, FundGrade.NORMAL);
      var now = judged.grade();
      if (now != null && now != before) {
        raised.add(new GradeChange(before, now, judged));
      }
    }
    return raised;
  }

  /** The grade that each indicator was noticed with last. */
  private Map<Indicator, FundGrade> standing() {
    var standing = new EnumMap<Indicator, FundGrade>(Indicator.class);
    notices
        .values()
        .forEach(
            notice ->
                standing.put(notice.raised().judged().reading().indicator(), notice.raised().to()));
    return standing;
  }

  private static Months known(Map<YearMonth, FiledMonth> months) {
    return new Months(
        months.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().figures())));
  }
}

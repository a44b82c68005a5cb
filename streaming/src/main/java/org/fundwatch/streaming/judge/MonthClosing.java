package org.fundwatch.streaming.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.rules.baseline.MonthFigures;

/** Measures every institution's month in files of events, by the same job as the stream. */
public final class MonthClosing {

  private MonthClosing() {}

  /**
   * What was measured.
   *
   * @param judged files, events and refused lines
   * @param figures of each institution that settled in the month, by alert id
   */
  public record Measured(JudgeResult judged, List<MonthFigures> figures) {

    public Measured {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Measures. The files hold the month and the one before; rules and models of the request are not
   * asked, its output holds the figures meanwhile.
   *
   * @throws IOException when an input is missing or unreadable, or the output cannot be written
   */
  public static Measured measure(JudgeRequest request, YearMonth month) throws IOException {
    JudgeResult judged = BatchJudge.run(request, "", new MeasuringJudge.Maker(month.toString()));
    List<MonthFigures> figures = new ArrayList<>();
    for (String line : Files.readAllLines(request.out())) {
      for (Finding finding : AlertJson.read(line.getBytes(UTF_8)).findings()) {
        figures.add(MeasuringJudge.figures(finding));
      }
    }
    return new Measured(judged, figures);
  }
}

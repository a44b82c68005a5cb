package org.fundwatch.alertapi.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.rows.ShownRow;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.time.ShanghaiTime;

/** How values look on a page. */
final class Show {
  private static final int BAR = 100;
  private static final int SHORT = 12;
  private static final double FEN_PER_YUAN = 100;

  /** Yuan with two decimals and commas. */
  public String yuan(long fen) {
    return number("#,##0.00", fen / FEN_PER_YUAN);
  }

  /** The day of a moment. */
  public String day(long millis) {
    return ShanghaiTime.formatDay(ShanghaiTime.epochDay(millis));
  }

  /** A moment to the second. */
  public String time(long millis) {
    return ShanghaiTime.format(millis);
  }

  /** A period in days. */
  public String period(long from, long to) {
    return day(from).equals(day(to)) ? day(from) : day(from) + " – " + day(to);
  }

  /** A share as a percentage. */
  public String percent(double share) {
    return number("0%", share);
  }

  /** A number with at most four decimals. */
  public String decimal(double value) {
    return number("#,##0.####", value);
  }

  /** A weight with its sign. */
  public String weight(double value) {
    return number("+0.00;−0.00", value);
  }

  /** The outcome in Chinese. */
  public String outcome(Outcome outcome) {
    return switch (outcome) {
      case VIOLATION -> "违规";
      case SUSPICION -> "可疑";
      case STATISTIC -> "统计";
    };
  }

  /** The machine's status in Chinese. */
  public String status(AlertStatus status) {
    return switch (status) {
      case OPEN -> "有效";
      case WITHDRAWN -> "已撤回";
      case SUPPRESSED -> "已搁置";
    };
  }

  /** The kind of subject in Chinese. */
  public String subject(SubjectKind kind) {
    return switch (kind) {
      case ENCOUNTER -> "就诊";
      case PERSON -> "参保人";
      case DOCTOR -> "医师";
      case INSTITUTION -> "机构";
      case TRACE_CODE -> "追溯码";
    };
  }

  /** The kind of evidence in Chinese. */
  public String evidence(Evidence.Kind kind) {
    return switch (kind) {
      case SETTLEMENT -> "结算";
      case ENCOUNTER -> "就诊";
      case FEE_LINE -> "费用明细";
      case TRACE_CODE -> "追溯码";
      case KNOWLEDGE_ROW -> "知识点";
    };
  }

  /** A disposition in Chinese; its name where it is none of ours. */
  public String disposition(String name) {
    for (var disposition : Disposition.values()) {
      if (disposition.name().equals(name)) {
        return disposition.zh();
      }
    }
    return name;
  }

  /** A unit of a fact in Chinese. */
  public String unit(String unit) {
    return switch (unit) {
      case "day" -> "天";
      case "yuan" -> "元";
      case "fen" -> "分";
      case "hour" -> "小时";
      case "year" -> "岁";
      default -> unit;
    };
  }

  /** A quantity or price without zeros behind it. */
  public String scaled(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString();
  }

  /** The fee lines of a settlement that findings point at. */
  public List<ShownRow.Line> marked(ShownRow row) {
    return row.lines().stream().filter(line -> !line.findings().isEmpty()).toList();
  }

  /** True when all fee lines of a settlement are shown at once. */
  public boolean isShort(ShownRow row) {
    return row.lines().size() <= SHORT;
  }

  /** The kind of visit in Chinese. */
  public String visit(String medType) {
    return switch (MedType.of(medType)) {
      case OUTPATIENT -> "门诊";
      case INPATIENT -> "住院";
      case PHARMACY -> "药店购药";
      case OTHER -> medType;
    };
  }

  /** Length of an attribution's bar, 0 to 100, the strongest being 100. */
  public long bar(Attribution attribution, List<Attribution> all) {
    double strongest = all.stream().mapToDouble(other -> Math.abs(other.weight())).max().orElse(0);
    return strongest == 0 ? 0 : Math.round(BAR * Math.abs(attribution.weight()) / strongest);
  }

  private static String number(String pattern, double value) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}

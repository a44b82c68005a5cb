package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.source.YamlValue;

/**
 * Fee lines in short: {@code <item> [x<count>] [daily | on <day>] [at <yuan>] [refunding <id>]}.
 * {@code daily} is one line for each day from the first to the one before the last; {@code at} is
 * the unit price where it is not the reference table's; a negative count refunds.
 */
final class LineText {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\S+)(?: x(-?[\\d.]+))?(?: (daily)| on (\\S+))?(?: at ([\\d.]+))?(?: refunding (\\S+))?");

  private LineText() {}

  static List<FeeLine> read(String text, long begin, long end, int number, Reading reading) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      YamlValue lines = reading.get("lines");
      if (lines != null) {
        lines.issue(
            "line '" + text + "'",
            "<item> [x<count>] [daily | on <day>] [at <yuan>] [refunding <id>]");
      }
      return List.of();
    }
    double count = form.group(2) == null ? 1 : Double.parseDouble(form.group(2));
    long first = ShanghaiTime.epochDay(begin);
    long last = ShanghaiTime.epochDay(end);
    List<FeeLine> lines = new ArrayList<>();
    if (form.group(3) != null) {
      for (long day = first; day < Math.max(last, first + 1); day++) {
        lines.add(line(form, count, at(day, begin), number + lines.size()));
      }
    } else {
      long day = form.group(4) == null ? first : ShanghaiTime.parseDate(form.group(4));
      lines.add(line(form, count, at(day, begin), number));
    }
    return lines;
  }

  private static long at(long day, long begin) {
    return Math.max(ShanghaiTime.startOfDay(day) + 9 * 3_600_000L, begin);
  }

  private static FeeLine line(Matcher form, double count, long at, int number) {
    String code = form.group(1);
    Optional<Item> item = Reference.builtIn().item(code);
    long priceFen =
        form.group(5) == null
            ? item.map(Item::priceFen).orElse(1000L)
            : Math.round(Double.parseDouble(form.group(5)) * 100);
    long amount = Math.round(priceFen * count);
    return new FeeLine(
        "L" + number,
        form.group(6) == null ? "" : form.group(6),
        at,
        code,
        item.map(Item::name).orElse(code),
        "",
        item.map(Item::category).orElse("14"),
        "01",
        amount,
        Math.round(count * 10_000),
        priceFen * 10_000,
        0,
        amount,
        0,
        (int) Math.round(item.map(Item::supplyDays).orElse(0) * Math.abs(count) * 100),
        "A03",
        "D320100000001",
        "",
        false,
        false);
  }
}

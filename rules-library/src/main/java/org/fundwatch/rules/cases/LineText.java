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
import org.jspecify.annotations.Nullable;

/**
 * Fee lines in short: {@code <item> [x<count>] [daily | on <day>] [at <yuan>] [for <days>] [rx
 * <number>] [by <doctor>] [in <department>] [limit <yuan>] [local <code>] [class <class>] [home]
 * [elsewhere] [self-paid] [refunding <id>]}. {@code daily} is one line for each day from the first
 * to the one before the last; {@code at} is the unit price and {@code for} the days of supply where
 * they are not the reference table's; {@code limit} is the price limit and {@code local} the
 * institution's own code on the bill; {@code home} is taken home at discharge, {@code elsewhere}
 * examined by another institution; a negative count refunds. {@code on} takes a day or a moment,
 * and {@code category=} and {@code name=} at the end state what the reference table does not know.
 */
final class LineText {

  private static final String WORDS =
      "<item> [x<count>] [daily | on <day>] [at <yuan>] [for <days>] [rx <number>] [by <doctor>]"
          + " [in <department>] [limit <yuan>] [local <code>] [class <class>] [home] [elsewhere]"
          + " [self-paid] [refunding <id>] [category=<code>] [name=<name>]";
  private static final long NINE_OCLOCK = 9 * 3_600_000L;
  private static final Pattern FORM =
      Pattern.compile(
          "(?<item>\\S+)(?: x(?<count>-?[\\d.]+))?(?: (?<daily>daily)| on (?<day>\\S+))?"
              + "(?: at (?<yuan>[\\d.]+))?(?: for (?<days>[\\d.]+))?(?: rx (?<rx>\\S+))?"
              + "(?: by (?<doctor>\\S+))?(?: in (?<department>\\S+))?(?: limit (?<limit>[\\d.]+))?"
              + "(?: local (?<local>\\S+))?(?: class (?<class>\\d+))?"
              + "(?<home> home)?(?<elsewhere> elsewhere)?(?<own> self-paid)?"
              + "(?: refunding (?<refunds>\\S+))?(?: category=(?<category>\\S+))?"
              + "(?: name=(?<name>\\S+))?");

  private LineText() {}

  static List<FeeLine> read(String text, long begin, long end, int number, Reading reading) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      YamlValue lines = reading.get("lines");
      if (lines != null) {
        lines.issue("line '" + text + "'", WORDS);
      }
      return List.of();
    }
    double count = form.group("count") == null ? 1 : Double.parseDouble(form.group("count"));
    long first = ShanghaiTime.epochDay(begin);
    long last = ShanghaiTime.epochDay(end);
    List<FeeLine> lines = new ArrayList<>();
    if (form.group("daily") != null) {
      for (long day = first; day < Math.max(last, first + 1); day++) {
        lines.add(line(form, count, at(day, begin), number + lines.size()));
      }
    } else {
      String day = form.group("day");
      long at = day == null ? at(first, begin) : moment(day, begin);
      lines.add(line(form, count, at, number));
    }
    return lines;
  }

  private static long moment(String text, long begin) {
    return text.contains("T")
        ? ShanghaiTime.parseDateTime(text + ":00")
        : at(ShanghaiTime.parseDate(text), begin);
  }

  // Nine o'clock, on the first day not before it begins.
  private static long at(long day, long begin) {
    long nine = ShanghaiTime.startOfDay(day) + NINE_OCLOCK;
    return ShanghaiTime.epochDay(begin) == day ? Math.max(nine, begin) : nine;
  }

  private static FeeLine line(Matcher form, double count, long at, int number) {
    String code = form.group("item");
    Optional<Item> item = Reference.builtIn().item(code);
    String yuan = form.group("yuan");
    long priceFen =
        yuan == null
            ? item.map(Item::priceFen).orElse(1000L)
            : Math.round(Double.parseDouble(yuan) * 100);
    long amount = Math.round(priceFen * count);
    boolean ownPay = form.group("own") != null;
    return new FeeLine(
        "L" + number,
        textOr(form.group("refunds"), ""),
        at,
        code,
        textOr(form.group("name"), item.map(Item::name).orElse(code)),
        textOr(form.group("local"), ""),
        textOr(form.group("category"), item.map(Item::category).orElse("14")),
        textOr(form.group("class"), ownPay ? "03" : "01"),
        amount,
        Math.round(count * 10_000),
        priceFen * 10_000,
        Math.round(Double.parseDouble(textOr(form.group("limit"), "0")) * 1_000_000),
        ownPay ? 0 : amount,
        ownPay ? amount : 0,
        (int) Math.round(supplyDays(form, item, count) * 100),
        textOr(form.group("department"), "A03"),
        textOr(form.group("doctor"), "D320100000001"),
        textOr(form.group("rx"), ""),
        form.group("home") != null,
        form.group("elsewhere") != null);
  }

  private static double supplyDays(Matcher form, Optional<Item> item, double count) {
    String days = form.group("days");
    return days == null
        ? item.map(Item::supplyDays).orElse(0) * Math.abs(count)
        : Double.parseDouble(days);
  }

  private static String textOr(@Nullable String text, String absent) {
    return text == null ? absent : text;
  }
}

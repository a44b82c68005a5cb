package org.fundwatch.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Dates and times of the national interface: wall clock of Asia/Shanghai, kept as epoch
 * milliseconds or epoch days.
 */
public final class ShanghaiTime {

  /** The zone of every service date. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What the parsers answer for text that is no date or time. */
  public static final long INVALID = Long.MIN_VALUE;

  // China has had no summer time since 1991; from then on the offset is fixed.
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
  private static final long OFFSET_MILLIS = OFFSET.getTotalSeconds() * 1000L;
  private static final long DAY_MILLIS = 86_400_000L;
  private static final LocalDate FIXED_SINCE = LocalDate.of(1992, 1, 1);
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private ShanghaiTime() {}

  /** Epoch milliseconds of {@code yyyy-MM-dd HH:mm:ss} (or with a T), {@link #INVALID} if none. */
  public static long parseDateTime(String text) {
    if (text.length() != 19 || (text.charAt(10) != ' ' && text.charAt(10) != 'T')) {
      return INVALID;
    }
    long day = parseDate(text.substring(0, 10));
    int hour = twoDigits(text, 11);
    int minute = twoDigits(text, 14);
    int second = twoDigits(text, 17);
    if (day == INVALID
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59) {
      return INVALID;
    }
    if (day >= FIXED_SINCE.toEpochDay()) {
      return day * DAY_MILLIS + (hour * 3600L + minute * 60L + second) * 1000L - OFFSET_MILLIS;
    }
    return LocalDate.ofEpochDay(day)
        .atTime(hour, minute, second)
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }

  /** Epoch day of {@code yyyy-MM-dd}, {@link #INVALID} if it is none. */
  public static long parseDate(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return INVALID;
    }
    int century = twoDigits(text, 0);
    int year = twoDigits(text, 2);
    int month = twoDigits(text, 5);
    int day = twoDigits(text, 8);
    if (century < 0 || year < 0 || month < 0 || day < 0) {
      return INVALID;
    }
    try {
      return LocalDate.of(century * 100 + year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      return INVALID;
    }
  }

  /** The interface's text of a moment. */
  public static String format(long millis) {
    return FORMAT.format(dateTime(millis));
  }

  /** The interface's text of a day. */
  public static String formatDay(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  /** The wall-clock time of a moment. */
  public static LocalDateTime dateTime(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZONE);
  }

  /** The service day of a moment, as days since 1970-01-01. */
  public static long epochDay(long millis) {
    return Math.floorDiv(millis + OFFSET_MILLIS, DAY_MILLIS);
  }

  /** The first moment of a day. */
  public static long startOfDay(long epochDay) {
    return epochDay * DAY_MILLIS - OFFSET_MILLIS;
  }

  private static int twoDigits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}

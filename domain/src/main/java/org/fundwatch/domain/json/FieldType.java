package org.fundwatch.domain.json;

import org.fundwatch.domain.code.CodeSystem;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.domain.time.ShanghaiTime;

/** How the value of a field is written in the national interface and kept by us. */
public sealed interface FieldType {

  /** What {@link #parse} answers for text that this type does not allow. */
  long INVALID = Long.MIN_VALUE;

  /** True where the value is kept as text, false where as a whole number. */
  default boolean textual() {
    return false;
  }

  /** The number kept for the text, {@link #INVALID} where it is not allowed. */
  long parse(String text);

  /** The text of a kept number. */
  String format(long number);

  /** What is allowed, in words. */
  String allowed();

  /** The fragment of JSON Schema for a value of this type. */
  String schema();

  /** Text of at most {@code max} characters. */
  record Text(int max) implements FieldType {
    @Override
    public boolean textual() {
      return true;
    }

    @Override
    public long parse(String text) {
      return text.length() <= max ? 0 : INVALID;
    }

    @Override
    public String format(long number) {
      throw new IllegalStateException("text is kept as it is");
    }

    @Override
    public String allowed() {
      return "text of at most " + max + " characters";
    }

    @Override
    public String schema() {
      return "\"type\": [\"string\", \"number\"], \"maxLength\": " + max;
    }
  }

  /** A code of a code system; the national shape is demanded unless the event names a code set. */
  record Code(CodeSystem system, int max) implements FieldType {
    @Override
    public boolean textual() {
      return true;
    }

    @Override
    public long parse(String text) {
      return text.length() <= max ? 0 : INVALID;
    }

    @Override
    public String format(long number) {
      throw new IllegalStateException("codes are kept as they are");
    }

    @Override
    public String allowed() {
      return system.allowed();
    }

    @Override
    public String schema() {
      return "\"type\": \"string\", \"maxLength\": " + max;
    }
  }

  /** A decimal number with at most {@code scale} decimals, kept in units of the last one. */
  record Decimal(int scale) implements FieldType {
    @Override
    public long parse(String text) {
      return Scaled.parse(text, scale);
    }

    @Override
    public String format(long number) {
      return Scaled.toText(number, scale);
    }

    @Override
    public String allowed() {
      return "a number of at most 17 digits, at most " + scale + " of them decimals, no exponent";
    }

    @Override
    public String schema() {
      return "\"type\": [\"number\", \"string\"]";
    }
  }

  /** A whole number from {@code min} to {@code max}. */
  record Whole(int min, int max) implements FieldType {
    @Override
    public long parse(String text) {
      long value = Scaled.parse(text, 0);
      return value >= min && value <= max ? value : INVALID;
    }

    @Override
    public String format(long number) {
      return Long.toString(number);
    }

    @Override
    public String allowed() {
      return "a whole number from " + min + " to " + max;
    }

    @Override
    public String schema() {
      return "\"type\": [\"integer\", \"string\"]";
    }
  }

  /** {@code 0} or {@code 1}. */
  record Flag() implements FieldType {
    @Override
    public long parse(String text) {
      return text.equals("1") ? 1 : text.equals("0") ? 0 : INVALID;
    }

    @Override
    public String format(long number) {
      return Long.toString(number);
    }

    @Override
    public String allowed() {
      return "\"0\" or \"1\"";
    }

    @Override
    public String schema() {
      return "\"enum\": [\"0\", \"1\", 0, 1]";
    }
  }

  /** {@code yyyy-MM-dd}, kept as days since 1970-01-01. */
  record Day() implements FieldType {
    @Override
    public long parse(String text) {
      return ShanghaiTime.parseDate(text);
    }

    @Override
    public String format(long number) {
      return ShanghaiTime.formatDay(number);
    }

    @Override
    public String allowed() {
      return "a date yyyy-MM-dd that exists";
    }

    @Override
    public String schema() {
      return "\"type\": \"string\", \"pattern\": \"^\\\\d{4}-\\\\d{2}-\\\\d{2}$\"";
    }
  }

  /** {@code yyyy-MM-dd HH:mm:ss} of Asia/Shanghai, kept as epoch milliseconds. */
  record Moment() implements FieldType {
    @Override
    public long parse(String text) {
      return ShanghaiTime.parseDateTime(text);
    }

    @Override
    public String format(long number) {
      return ShanghaiTime.format(number);
    }

    @Override
    public String allowed() {
      return "a time yyyy-MM-dd HH:mm:ss that exists";
    }

    @Override
    public String schema() {
      return "\"type\": \"string\", \"pattern\":"
          + " \"^\\\\d{4}-\\\\d{2}-\\\\d{2}[ T]\\\\d{2}:\\\\d{2}:\\\\d{2}$\"";
    }
  }

  /** Days, hours and minutes {@code d/h/m}, kept as minutes. */
  record Span() implements FieldType {
    @Override
    public long parse(String text) {
      String[] parts = text.split("/", -1);
      if (parts.length != 3) {
        return INVALID;
      }
      long days = Scaled.parse(parts[0], 0);
      long hours = Scaled.parse(parts[1], 0);
      long minutes = Scaled.parse(parts[2], 0);
      boolean valid =
          days >= 0 && days <= 9999 && hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
      return valid ? (days * 24 + hours) * 60 + minutes : INVALID;
    }

    @Override
    public String format(long number) {
      return number / 1440 + "/" + number / 60 % 24 + "/" + number % 60;
    }

    @Override
    public String allowed() {
      return "a duration days/hours/minutes such as 4/3/30";
    }

    @Override
    public String schema() {
      return "\"type\": \"string\", \"pattern\": \"^\\\\d{1,4}/\\\\d{1,2}/\\\\d{1,2}$\"";
    }
  }
}

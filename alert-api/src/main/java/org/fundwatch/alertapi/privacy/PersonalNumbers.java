package org.fundwatch.alertapi.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of people in texts that people have typed. A number of an identity card or a bank
 * card has to be one by its check digit, so that numbers of settlements, institutions and items
 * stay; what is said to be somebody's number is taken for it whatever its form.
 */
final class PersonalNumbers {
  private static final String NOT_AFTER = "(?<![A-Za-z0-9])";
  private static final String NOT_BEFORE = "(?![A-Za-z0-9])";
  private static final String GAP = "[ -]?";
  private static final int FEWEST_DIGITS = 6;
  private static final int CENTURY = 1900;

  /** What may stand between a word and its number, as in {@code "psn_no": "…"}. */
  private static final String BETWEEN = "[\"'”]?\\s{0,2}(?:[:：=为是]\\s{0,2})?[\"'“]?";

  /** A number right after one of these names a thing. */
  private static final Pattern OF_A_THING =
      Pattern.compile(
          "(?i)(?:结算|就诊|报文"
              + "|(?:结算|就诊|住院|门诊|明细|单据|发票|批次|追溯|机构|药店|医院|项目|目录|药品|耗材|处方|预警"
              + "|案件|举报|病案)(?:ID|编号|编码|单号|号码|流水号|号|码)"
              + "|流水号|setl_id|mdtrt_id|feedetl_sn|fixmedins_code|med_list_codg|invono|msgid"
              + "|medcasno|drug_trac_codg)"
              + BETWEEN
              + "$");

  private static final int LONGEST_LEAD = 30;

  /** A form that numbers of people have; the first group, where there is one, is the number. */
  private record Form(Kind kind, Pattern pattern, Predicate<String> holds) {}

  /** How sure a form is. */
  private enum Kind {
    /** Nothing else looks like it. */
    CODE,
    /** The word before it says what it is. */
    NAMED,
    /** A number, unless the word before it says that it is a thing's. */
    NUMBER
  }

  private static final List<Form> FORMS =
      List.of(
          // Said to be somebody's: psn_no, certno, mdtrt_cert_no and what people call them.
          named(
              "(?i)(?:人员编号|个人编号|参保人编号|参保号|医保卡号?|医保号|社保卡号?|社保号|社会保障号码?"
                  + "|电子凭证(?:令牌|号码|号)?|凭证号码?|身份证(?:件号码|号码|号)?|证件号码?|护照号码?"
                  + "|psn_no|certno|mdtrt_cert_no|hi_no)"
                  + BETWEEN
                  + "([A-Za-z0-9]{6,64})"
                  + NOT_BEFORE),
          // Person token; codes of doctors, nurses and pharmacists.
          code(NOT_AFTER + "T[0-9a-f]{32}" + NOT_BEFORE),
          code(NOT_AFTER + "(?:[DN]|H[YJ])\\d{12}(?!\\d)"),
          // Identity card of 18 digits, GB 11643-1999, and of 15 before it.
          when(
              "[1-8]\\d{5}" + GAP + "\\d{8}" + GAP + "\\d{3}[\\dXx]",
              PersonalNumbers::isIdentityCard),
          when("[1-8]\\d{14}", PersonalNumbers::isOldIdentityCard),
          // Bank card, ISO/IEC 7812: UnionPay, and those of 16 digits of two others.
          when("62(?:" + GAP + "\\d){14,17}", PersonalNumbers::passesLuhn),
          when("[45](?:" + GAP + "\\d){15}", PersonalNumbers::passesLuhn),
          // Mobile and fixed telephone; not what has decimals or a unit behind it.
          when(
              "(?:(?:\\+|00)?86"
                  + GAP
                  + ")?1[3-9]\\d"
                  + GAP
                  + "\\d{4}"
                  + GAP
                  + "\\d{4}"
                  + "(?!\\.\\d|\\s?(?:元|万|亿|分|角|人|次|条|个|笔|天|日|fen|yuan|CNY))",
              number -> true),
          when("0[1-9]\\d{1,2}-[2-8]\\d{6,7}", number -> true));

  private static final List<Form> CODES =
      FORMS.stream().filter(form -> form.kind() == Kind.CODE).toList();

  private PersonalNumbers() {}

  /** A text with the numbers of people in it changed. */
  static String change(String text, UnaryOperator<String> change) {
    return change(text, FORMS, change);
  }

  /** The same, of codes alone that nothing else looks like. */
  static String changeCodes(String text, UnaryOperator<String> change) {
    return change(text, CODES, change);
  }

  private static String change(String text, List<Form> forms, UnaryOperator<String> change) {
    if (digits(text) < FEWEST_DIGITS) {
      return text;
    }
    var changed = text;
    for (var form : forms) {
      changed = change(changed, form, change);
    }
    return changed;
  }

  private static String change(String text, Form form, UnaryOperator<String> change) {
    Matcher found = form.pattern().matcher(narrow(text));
    StringBuilder changed = null;
    int done = 0;
    while (found.find()) {
      int group = found.groupCount();
      int from = found.start(group);
      var number = found.group(group);
      if (form.holds().test(number) && (form.kind() != Kind.NUMBER || !ofAThing(text, from))) {
        changed = changed == null ? new StringBuilder() : changed;
        changed
            .append(text, done, from)
            .append(change.apply(text.substring(from, found.end(group))));
        done = found.end(group);
      }
    }
    return changed == null ? text : changed.append(text, done, text.length()).toString();
  }

  private static boolean ofAThing(String text, int at) {
    return OF_A_THING.matcher(text.substring(Math.max(0, at - LONGEST_LEAD), at)).find();
  }

  /** Full-width digits and letters as the common ones, each in its place. */
  private static String narrow(String text) {
    StringBuilder narrow = null;
    for (int i = 0; i < text.length(); i++) {
      char wide = text.charAt(i);
      if (wide >= '０' && wide <= 'ｚ') {
        narrow = narrow == null ? new StringBuilder(text) : narrow;
        narrow.setCharAt(i, (char) (wide - '０' + '0'));
      }
    }
    return narrow == null ? text : narrow.toString();
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static Form code(String form) {
    return new Form(Kind.CODE, Pattern.compile(form), number -> true);
  }

  private static Form named(String form) {
    return new Form(
        Kind.NAMED, Pattern.compile(form), number -> digits(number) >= FEWEST_DIGITS / 2);
  }

  private static Form when(String form, Predicate<String> holds) {
    return new Form(
        Kind.NUMBER,
        Pattern.compile(NOT_AFTER + form + NOT_BEFORE),
        number -> holds.test(number.replace(" ", "").replace("-", "")));
  }

  /** By GB 11643-1999: province, birthday, and ISO 7064 MOD 11-2 over all. */
  static boolean isIdentityCard(String number) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      // The weight of a place is 2 to the power of its distance from the end, modulo 11.
      sum += Character.digit(number.charAt(i), 10) * ((1 << (17 - i)) % 11);
    }
    char check = "10X98765432".charAt(sum % 11);
    return Character.toUpperCase(number.charAt(17)) == check
        && isProvince(number)
        && isBirthday(number.substring(6, 10), number.substring(10, 14));
  }

  static boolean isOldIdentityCard(String number) {
    return isProvince(number)
        && isBirthday(
            String.valueOf(CENTURY + Integer.parseInt(number.substring(6, 8))),
            number.substring(8, 12));
  }

  /** The check digit of ISO/IEC 7812-1. */
  static boolean passesLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  // GB/T 2260: regions 1 to 6, 71 Taiwan, 81 Hong Kong, 82 Macao, 83 those of Taiwan who live here.
  private static boolean isProvince(String number) {
    int province = Integer.parseInt(number.substring(0, 2));
    int within = province % 10;
    return switch (province / 10) {
      case 1 -> within >= 1 && within <= 5;
      case 2 -> within >= 1 && within <= 3;
      case 3 -> within >= 1 && within <= 7;
      case 4 -> within >= 1 && within <= 6;
      case 5 -> within <= 4;
      case 6 -> within >= 1 && within <= 5;
      case 7 -> within == 1;
      case 8 -> within >= 1 && within <= 3;
      default -> false;
    };
  }

  private static boolean isBirthday(String year, String monthAndDay) {
    try {
      int number = Integer.parseInt(monthAndDay);
      LocalDate unused = LocalDate.of(Integer.parseInt(year), number / 100, number % 100);
      return Integer.parseInt(year) >= CENTURY && Integer.parseInt(year) < CENTURY + 200;
    } catch (DateTimeException e) {
      return false;
    }
  }
}

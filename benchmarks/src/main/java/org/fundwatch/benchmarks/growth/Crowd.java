package org.fundwatch.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Messages of any number of people, made of a few simulated visits by other ids and dates.
 *
 * <p>They come in rounds: in each round every person has one visit. Between two rounds more time
 * passes than a person is remembered, so that histories are equally long however many people there
 * are, and their number is all that differs. Keys of state are made of ids by a keyed hash: people
 * who follow each other here lie far apart there.
 */
final class Crowd {

  private static final int ROUND_DAYS = 800;
  private static final int DIGITS = 11;
  private static final int TEN = 10;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(msgid|mdtrt_id|setl_id|psn_no|atddr_no|bilg_dr_codg|fixmedins_code|drug_trac_codg)\""
              + ":\"[^\"]*\"");

  private final List<String> patterns;
  private final long persons;
  private long round = -1;
  private final List<Form> forms = new ArrayList<>();

  /**
   * @param patterns JSON of visits, at least one
   * @param persons how many people
   */
  Crowd(List<String> patterns, long persons) {
    this.patterns = List.copyOf(patterns);
    this.persons = persons;
  }

  /**
   * The message of a number, as UTF-8; those below {@code persons} are the first of each person. To
   * be asked for in rising order: the forms of a round are made at its beginning.
   */
  byte[] message(long number) {
    if (number / persons != round) {
      round = number / persons;
      forms.clear();
      patterns.forEach(pattern -> forms.add(Form.of(pattern, round * ROUND_DAYS)));
    }
    return forms.get((int) (number % forms.size())).filled(number, number % persons);
  }

  /** What a number in an id counts. */
  private enum Counter {
    MESSAGE,
    PERSON,
    DOCTOR,
    INSTITUTION;

    // A doctor sees each pattern about once, on its own day.
    private static final long PERSONS_A_DOCTOR = 64;
    private static final long PERSONS_AN_INSTITUTION = 2_048;

    static Counter of(String field) {
      return switch (field) {
        case "psn_no" -> PERSON;
        case "atddr_no", "bilg_dr_codg" -> DOCTOR;
        case "fixmedins_code" -> INSTITUTION;
        default -> MESSAGE;
      };
    }

    long count(long number, long person) {
      return switch (this) {
        case MESSAGE -> number;
        case PERSON -> person;
        case DOCTOR -> person / PERSONS_A_DOCTOR;
        case INSTITUTION -> person / PERSONS_AN_INSTITUTION;
      };
    }
  }

  /** A number of {@link #DIGITS} digits at an offset in bytes. */
  private record Gap(Counter counter, int offset) {}

  /** A message with gaps for its ids. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares forms
  private record Form(byte[] bytes, List<Gap> gaps) {

    static Form of(String pattern, long laterDays) {
      String json =
          DATE.matcher(pattern)
              .replaceAll(date -> LocalDate.parse(date.group()).plusDays(laterDays).toString());
      StringBuilder text = new StringBuilder(json.length() * 2);
      List<Gap> gaps = new ArrayList<>();
      int done = 0;
      int packs = 0;
      for (MatchResult field : FIELD.matcher(json).results().toList()) {
        String name = field.group(1);
        boolean pack = "drug_trac_codg".equals(name);
        text.append(json, done, field.start()).append('"').append(name).append("\":\"");
        text.append(pack ? "8" : prefix(name));
        gaps.add(new Gap(Counter.of(name), text.toString().getBytes(UTF_8).length));
        text.append("0".repeat(DIGITS));
        text.append(pack ? "%08d".formatted(packs++) : "").append('"');
        done = field.end();
      }
      text.append(json, done, json.length());
      return new Form(text.toString().getBytes(UTF_8), gaps);
    }

    /** Ids of different kinds look different, as they do in the nation. */
    private static String prefix(String field) {
      return switch (field) {
        case "mdtrt_id" -> "M";
        case "setl_id" -> "S";
        case "psn_no" -> "P";
        case "atddr_no", "bilg_dr_codg" -> "D0";
        default -> "H";
      };
    }

    byte[] filled(long number, long person) {
      byte[] filled = bytes.clone();
      for (Gap gap : gaps) {
        long rest = gap.counter().count(number, person);
        for (int at = gap.offset() + DIGITS - 1; rest > 0; at--) {
          filled[at] = (byte) ('0' + rest % TEN);
          rest /= TEN;
        }
      }
      return filled;
    }
  }
}

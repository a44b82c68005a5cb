package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.source.YamlValue;
import org.jspecify.annotations.Nullable;

/** One stay or visit of a case; what the case leaves out gets an ordinary value. */
final class SettlementCase {

  private static final List<String> FIELDS =
      List.of(
          "id",
          "settlement",
          "in",
          "out",
          "at",
          "type",
          "hospital",
          "level",
          "region",
          "insurance",
          "department",
          "doctor",
          "diagnosis",
          "operations",
          "admission-way",
          "discharge-way",
          "plan",
          "purpose",
          "discharge-department",
          "newborn-days",
          "intensive-nursing",
          "total",
          "fund",
          "account",
          "standard",
          "lines",
          "mid-stay",
          "repeat",
          "every",
          "settled",
          "discharge-department",
          "ventilator-hours",
          "nursing",
          "record",
          "region",
          "insured-region",
          "amounts",
          "payments",
          "trace-codes",
          "system",
          "group",
          "weight",
          "on-admission");
  private static final Grouper GROUPER = new Grouper(Reference.builtIn());
  private static final Set<String> AMOUNTS =
      Set.of(
          "own-pay",
          "over-limit",
          "pre-pay",
          "in-scope",
          "deductible",
          "pool",
          "person",
          "mutual",
          "cash",
          "hospital");
  private static final long DAY_MILLIS = 86_400_000L;
  private static final double FUND_SHARE = 0.7;

  private final Reading reading;
  private final Person person;
  private final boolean inpatient;

  SettlementCase(YamlValue value, Optional<YamlValue> defaults, Person person, boolean inpatient) {
    this.reading = new Reading(value, defaults, FIELDS);
    this.person = person;
    this.inpatient = inpatient;
  }

  /** The settlement; several, one every so often, where the case says how often. */
  List<Settlement> build() {
    List<Settlement> all = new ArrayList<>();
    for (int i = 0; i < reading.whole("repeat", 1); i++) {
      all.add(build(i == 0 ? "" : "-" + i, i * reading.span("every", DAY_MILLIS)));
    }
    return all;
  }

  private Settlement build(String suffix, long later) {
    String id = reading.text("id", inpatient ? "STAY" : "VISIT") + suffix;
    long begin = later + (inpatient ? reading.moment("in", "") : reading.moment("at", ""));
    long end = inpatient && reading.has("out") ? later + reading.moment("out", "") : begin;
    Institution institution = institution();
    List<FeeLine> lines = new ArrayList<>();
    for (String line : reading.texts("lines")) {
      lines.addAll(LineText.read(line, begin, end, lines.size(), reading));
    }
    long charged = lines.stream().mapToLong(FeeLine::amountFen).sum();
    long total = reading.fen("total", charged);
    long account = reading.fen("account", 0);
    long fund = reading.fen("fund", Math.round((total - account) * FUND_SHARE));
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (String code : reading.texts("diagnosis")) {
      diagnoses.add(
          new Diagnosis(code, "", diagnoses.isEmpty(), "1", reading.text("on-admission", "1")));
    }
    List<Operation> operations = new ArrayList<>();
    for (String operation : reading.texts("operations")) {
      operations.add(operation(operation, operations.isEmpty()));
    }
    return new Settlement(
        reading.has("settlement") ? reading.text("settlement", "") + suffix : "S" + id,
        id,
        "",
        person,
        institution,
        new Insurance(
            reading.text("insurance", "310"), reading.text("insured-region", "320100"), ""),
        reading.text("type", inpatient ? "21" : institution.pharmacy() ? "41" : "11"),
        reading.has("settled") ? later + reading.moment("settled", "") : end,
        reading.text("doctor", "D320100000001"),
        reading.text("mid-stay", "false").equals("true"),
        "",
        amounts(total, fund, account),
        stay(begin, end),
        inpatient ? grouping(diagnoses, operations, begin, institution) : null,
        diagnoses,
        operations,
        lines,
        payments(),
        traceCodes(end));
  }

  // A code, or <code> on <day>.
  private static Operation operation(String text, boolean main) {
    int on = text.indexOf(" on ");
    return on < 0
        ? new Operation(text, "", main, null, "", "")
        : new Operation(
            text.substring(0, on),
            "",
            main,
            (int) ShanghaiTime.parseDate(text.substring(on + " on ".length())),
            "",
            "");
  }

  // What the case does not state of the amounts agrees with what it states.
  private Amounts amounts(long total, long fund, long account) {
    YamlValue value = reading.get("amounts");
    Map<String, YamlValue> own = value == null ? Map.of() : value.entries(Set.of(), AMOUNTS);
    long ownPay = fen(own, "own-pay", 0);
    long overLimit = fen(own, "over-limit", 0);
    long prePay = fen(own, "pre-pay", 0);
    return new Amounts(
        total,
        ownPay,
        overLimit,
        prePay,
        fen(own, "in-scope", total - ownPay - overLimit - prePay),
        fen(own, "deductible", 0),
        fen(own, "pool", fund),
        fund,
        fen(own, "person", total - fund),
        account,
        fen(own, "mutual", 0),
        fen(own, "cash", total - fund - account),
        fen(own, "hospital", 0));
  }

  private static long fen(Map<String, YamlValue> amounts, String name, long absent) {
    YamlValue value = amounts.get(name);
    return value == null ? absent : CaseReader.fen(value);
  }

  // Each is <fund>=<yuan>.
  private List<Payment> payments() {
    List<Payment> payments = new ArrayList<>();
    for (String text : reading.texts("payments")) {
      int equals = text.indexOf('=');
      if (equals > 0) {
        payments.add(
            new Payment(
                text.substring(0, equals),
                0,
                0,
                Math.max(0, Scaled.parse(text.substring(equals + 1), 2))));
      }
    }
    return payments;
  }

  // Each is <code>=<item>.
  private List<TraceCode> traceCodes(long end) {
    List<TraceCode> codes = new ArrayList<>();
    for (String text : reading.texts("trace-codes")) {
      int equals = text.indexOf('=');
      codes.add(
          new TraceCode(
              equals < 0 ? text : text.substring(0, equals),
              equals < 0 ? "" : text.substring(equals + 1),
              false,
              10_000,
              end));
    }
    return codes;
  }

  private Institution institution() {
    Institution plain = FactsBuilder.institution(reading.text("hospital", "H32010000001"));
    return new Institution(
        plain.code(),
        plain.name(),
        reading.text("level", plain.level()),
        reading.text("region", plain.region()));
  }

  private @Nullable Stay stay(long begin, long end) {
    if (!inpatient) {
      return null;
    }
    return new Stay(
        begin,
        reading.has("out") ? end : null,
        (int) (ShanghaiTime.epochDay(end) - ShanghaiTime.epochDay(begin)),
        reading.text("department", "A03"),
        reading.text("discharge-department", reading.text("department", "A03")),
        reading.text("admission-way", "2"),
        reading.text("discharge-way", "1"),
        reading.text("plan", "1"),
        reading.text("purpose", ""),
        (int) Math.round(reading.decimal("ventilator-hours", 0) * 60),
        nursing(0, 0),
        nursing(1, (int) reading.whole("intensive-nursing", 0)),
        nursing(2, 0),
        nursing(3, 0),
        (int) reading.whole("newborn-days", 0),
        reading.text("record", ""));
  }

  // nursing: [special, first, second, third] in days.
  private int nursing(int level, int absent) {
    List<String> days = reading.texts("nursing");
    return level < days.size() ? Integer.parseInt(days.get(level)) : absent;
  }

  private @Nullable Grouping grouping(
      List<Diagnosis> diagnoses, List<Operation> operations, long begin, Institution institution) {
    if (diagnoses.isEmpty()) {
      return null;
    }
    List<String> others = diagnoses.stream().skip(1).map(Diagnosis::code).toList();
    int age =
        person.birthEpochDay() == null
            ? 0
            : (int) ((ShanghaiTime.epochDay(begin) - person.birthEpochDay()) / 365.25);
    Grouping grouping =
        GROUPER
            .group(
                new Grouper.Coded(
                    diagnoses.get(0).code(),
                    others,
                    operations.stream().map(Operation::code).toList(),
                    age,
                    reading.text("discharge-way", "1"),
                    institution.level()))
            .orElse(null);
    if (grouping == null && !reading.has("group")) {
      return null;
    }
    return new Grouping(
        reading.text("system", "DRG"),
        reading.text("group", grouping == null ? "" : grouping.code()),
        reading.has("weight")
            ? (int) Math.round(reading.decimal("weight", 0) * 10_000)
            : grouping == null ? 0 : grouping.weightE4(),
        reading.fen("standard", grouping == null ? 0 : grouping.standardFen()));
  }
}

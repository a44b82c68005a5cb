package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
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
          "mid-stay");
  private static final Grouper GROUPER = new Grouper(Reference.builtIn());
  private static final double FUND_SHARE = 0.7;

  private final Reading reading;
  private final Person person;
  private final boolean inpatient;

  SettlementCase(YamlValue value, Optional<YamlValue> defaults, Person person, boolean inpatient) {
    this.reading = new Reading(value, defaults, FIELDS);
    this.person = person;
    this.inpatient = inpatient;
  }

  Settlement build() {
    String id = reading.text("id", inpatient ? "STAY" : "VISIT");
    long begin = inpatient ? reading.moment("in", "") : reading.moment("at", "");
    long end = inpatient && reading.has("out") ? reading.moment("out", "") : begin;
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
      diagnoses.add(new Diagnosis(code, "", diagnoses.isEmpty(), "1", "1"));
    }
    List<Operation> operations = new ArrayList<>();
    for (String code : reading.texts("operations")) {
      operations.add(new Operation(code, "", operations.isEmpty(), null, "", ""));
    }
    return new Settlement(
        reading.text("settlement", "S" + id),
        id,
        "",
        person,
        institution,
        new Insurance(reading.text("insurance", "310"), "320100", ""),
        reading.text("type", inpatient ? "21" : institution.pharmacy() ? "41" : "11"),
        end,
        reading.text("doctor", "D320100000001"),
        reading.text("mid-stay", "false").equals("true"),
        "",
        new Amounts(
            total,
            0,
            0,
            0,
            total,
            0,
            fund,
            fund,
            total - fund,
            account,
            0,
            total - fund - account,
            0),
        stay(begin, end),
        inpatient ? grouping(diagnoses, operations, begin, institution) : null,
        diagnoses,
        operations,
        lines,
        List.of(),
        List.of());
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
        0,
        0,
        (int) reading.whole("intensive-nursing", 0),
        0,
        0,
        (int) reading.whole("newborn-days", 0),
        "");
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
    return grouping == null || !reading.has("standard")
        ? grouping
        : new Grouping(
            grouping.system(), grouping.code(), grouping.weightE4(), reading.fen("standard", 0));
  }
}

package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.desk.Care;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.rules.source.YamlValue;

/** Rows of settlements of one doctor or institution: each row is many, one every so often. */
final class VisitRows {

  private static final long DAY_MILLIS = 86_400_000L;
  private static final double WEIGHT_SCALE = 10_000;
  private static final List<String> FIELDS =
      List.of(
          "count",
          "from",
          "every",
          "persons",
          "first-person",
          "at-hospital",
          "level",
          "doctor",
          "type",
          "insurance",
          "fund",
          "total",
          "account",
          "cash",
          "length",
          "diagnosis",
          "group",
          "weight",
          "standard",
          "admission-way",
          "discharge-way",
          "plan",
          "newborn-days",
          "categories",
          "ct",
          "mr",
          "pattern");

  private VisitRows() {}

  /** The settlements of all rows, by time. */
  static List<Visit> read(List<YamlValue> rows, Optional<YamlValue> defaults) {
    List<Visit> visits = new ArrayList<>();
    for (YamlValue value : rows) {
      Reading row = new Reading(value, defaults, FIELDS);
      long count = row.whole("count", 1);
      long persons = Math.max(1, row.whole("persons", count));
      long first = row.whole("first-person", 0);
      long from = row.moment("from", "2026-03-02T08:00");
      Institution plain = FactsBuilder.institution(row.text("at-hospital", "H32010000001"));
      Institution institution =
          new Institution(
              plain.code(), plain.name(), row.text("level", plain.level()), plain.region());
      long fund = row.fen("fund", 5000);
      for (int i = 0; i < count; i++) {
        String id = "S" + visits.size();
        long at = from + i * row.span("every", 60_000);
        visits.add(
            new Visit(
                id,
                "E" + id,
                "TPERSON" + (first + i % persons),
                institution,
                row.text("doctor", ""),
                row.text("type", "11"),
                row.text("insurance", "310"),
                at,
                row.fen("total", fund),
                fund,
                care(row, at)));
      }
    }
    visits.sort(Comparator.comparingLong(Visit::settledMillis).thenComparing(Visit::settlementId));
    return visits;
  }

  private static Care care(Reading row, long at) {
    boolean stay = MedType.of(row.text("type", "11")) == MedType.INPATIENT;
    return new Care(
        stay ? at - row.whole("length", 5) * DAY_MILLIS : at,
        at,
        stay,
        row.text("diagnosis", ""),
        row.text("group", ""),
        (int) Math.round(row.decimal("weight", 0) * WEIGHT_SCALE),
        row.fen("standard", 0),
        row.text("admission-way", stay ? "2" : ""),
        row.text("discharge-way", stay ? "1" : ""),
        row.text("plan", "1").equals("2"),
        (int) row.whole("newborn-days", 0),
        row.fen("account", 0),
        row.fen("cash", 0),
        categories(row),
        row.fen("ct", 0),
        row.fen("mr", 0),
        row.whole("pattern", 0));
  }

  private static List<Long> categories(Reading row) {
    List<Long> byCategory = new ArrayList<>(Collections.nCopies(Care.CATEGORIES, 0L));
    YamlValue value = row.get("categories");
    if (value != null) {
      for (Map.Entry<String, YamlValue> entry : value.entries().entrySet()) {
        int number = entry.getKey().matches("\\d\\d") ? Integer.parseInt(entry.getKey()) : 0;
        if (number < 1 || number > Care.CATEGORIES) {
          entry.getValue().issue("category '" + entry.getKey() + "'", "01 to 14, quoted");
        } else {
          byCategory.set(number - 1, CaseReader.fen(entry.getValue()));
        }
      }
    }
    return byCategory;
  }
}

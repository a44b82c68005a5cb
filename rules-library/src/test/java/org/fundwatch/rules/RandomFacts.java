package org.fundwatch.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fundwatch.domain.reference.DiagnosisEntry;
import org.fundwatch.domain.reference.DrgGroup;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.OperationEntry;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.rules.cases.CaseReader;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.source.Issues;

/** Worlds without sense, for finding differences that sensible ones would not show. */
final class RandomFacts {

  private static final List<Item> ITEMS = List.copyOf(Reference.builtIn().items());
  private static final List<DiagnosisEntry> DIAGNOSES =
      List.copyOf(Reference.builtIn().diagnoses());
  private static final List<OperationEntry> OPERATIONS =
      List.copyOf(Reference.builtIn().operations());

  private static final List<DrgGroup> GROUPS = List.copyOf(Reference.builtIn().groups());

  private final SplittableRandom random;

  private RandomFacts(SplittableRandom random) {
    this.random = random;
  }

  static List<Facts> worlds(long seed, int count) {
    RandomFacts one = new RandomFacts(new SplittableRandom(seed));
    StringBuilder text = new StringBuilder("cases:\n");
    IntStream.range(0, count).forEach(i -> text.append(one.world(i)));
    Issues issues = new Issues();
    List<Facts> worlds = new ArrayList<>();
    CaseReader.read("random", text.toString(), issues).forEach(c -> worlds.add(c.facts()));
    if (!issues.isEmpty()) {
      throw new IllegalStateException(issues.sorted().toString());
    }
    return worlds;
  }

  private String world(int number) {
    return "  - {name: w%d, expect: quiet, person: {sex: %s, born: %d-06-01},\n    stays: [%s],\n    visits: [%s],\n    sales: [%s],\n    days: [%s],\n    months: [%s]}\n"
        .formatted(
            number,
            List.of("F", "M", "unknown").get(random.nextInt(3)),
            1925 + random.nextInt(101),
            many(4, this::stay),
            many(5, this::visit),
            many(4, this::sale),
            many(3, this::row),
            many(4, this::monthRow));
  }

  private String monthRow(int number) {
    return "{count: %d, from: 2026-0%d-%02dT10:00, every: %dm, persons: %d, at-hospital: H32010000001, type: \"%s\", length: %d, diagnosis: %s, group: %s, weight: 0.%d, standard: %d, discharge-way: \"%d\", total: %d, fund: %d, cash: %d, categories: {\"09\": %d, \"04\": %d}, ct: %d, pattern: %d}"
        .formatted(
            1 + random.nextInt(60),
            2 + random.nextInt(2),
            1 + random.nextInt(20),
            1 + random.nextInt(200),
            1 + random.nextInt(20),
            List.of("11", "21").get(random.nextInt(2)),
            random.nextInt(20),
            DIAGNOSES.get(random.nextInt(DIAGNOSES.size())).code(),
            GROUPS.get(random.nextInt(GROUPS.size())).code(),
            random.nextInt(10),
            random.nextInt(9000),
            1 + random.nextInt(5),
            random.nextInt(9000),
            random.nextInt(5000),
            random.nextInt(900),
            random.nextInt(900),
            random.nextInt(900),
            random.nextInt(200),
            random.nextInt(5));
  }

  private String stay(int number) {
    int from = 1 + random.nextInt(14);
    return "{id: A%d, in: 2026-03-%02dT09:00, out: 2026-03-%02dT10:00, hospital: H3201000000%d, diagnosis: [%s], operations: [%s], admission-way: \"%d\", discharge-way: \"%d\", plan: %d, newborn-days: %d, intensive-nursing: %d, lines: [%s]}"
        .formatted(
            number,
            from,
            from + random.nextInt(14),
            1 + random.nextInt(2),
            diagnoses(),
            random.nextInt(3) == 0 ? OPERATIONS.get(random.nextInt(OPERATIONS.size())).code() : "",
            1 + random.nextInt(3),
            1 + random.nextInt(5),
            1 + random.nextInt(2),
            random.nextInt(8) == 0 ? 3 : 0,
            random.nextInt(3),
            lines());
  }

  private String visit(int number) {
    return "{id: V%d, at: 2026-03-%02dT%02d:00, type: \"%s\", account: %d, diagnosis: [%s], lines: [%s]}"
        .formatted(
            number,
            1 + random.nextInt(28),
            random.nextInt(24),
            List.of("11", "14", "41").get(random.nextInt(3)),
            random.nextInt(2) * 5,
            diagnoses(),
            lines());
  }

  private String sale(int number) {
    return "{settlement: S%d, at: 2026-03-%02d, at-hospital: P3201000000%d, count: %d, split: %s, amount: %d}"
        .formatted(
            random.nextInt(4),
            1 + number,
            1 + random.nextInt(2),
            random.nextInt(4) == 0 ? -1 : 1,
            random.nextInt(6) == 0,
            random.nextInt(90));
  }

  private String row(int number) {
    return "{count: %d, from: 2026-03-02T%02d:00, every: %ds, persons: %d, at-hospital: P32010000001, doctor: D320100000001, type: \"%s\", fund: %d}"
        .formatted(
            1 + random.nextInt(120),
            random.nextInt(23),
            1 + random.nextInt(30),
            1 + random.nextInt(20),
            List.of("11", "41").get(random.nextInt(2)),
            random.nextInt(200));
  }

  private String diagnoses() {
    return many(4, i -> DIAGNOSES.get(random.nextInt(DIAGNOSES.size())).code());
  }

  private String lines() {
    return many(
        8,
        i ->
            ITEMS.get(random.nextInt(ITEMS.size())).code()
                + " x"
                + (1 + random.nextInt(30))
                + (random.nextBoolean() ? " daily" : ""));
  }

  private String many(int most, java.util.function.IntFunction<String> one) {
    return String.join(", ", IntStream.range(0, 1 + random.nextInt(most)).mapToObj(one).toList());
  }
}

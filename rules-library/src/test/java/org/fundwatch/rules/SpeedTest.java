package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.rules.cases.CaseReader;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.release.Registry;
import org.fundwatch.rules.release.RegistryReader;
import org.fundwatch.rules.release.ReleaseException;
import org.fundwatch.rules.release.ReleaseImport;
import org.fundwatch.rules.release.TableUpdate;
import org.fundwatch.rules.source.Issues;
import org.junit.jupiter.api.Test;

/** The whole library over one visit and one stay, in CPU time; benchmarks measure it properly. */
class SpeedTest {

  private static final int VISITS = 40_000;
  private static final int STAYS = 5_000;
  // Ten times what was measured on a busy machine: only a slip of an order of magnitude fails.
  private static final double VISIT_MICROS = 100;
  private static final double STAY_MICROS = 2_000;

  private static final Path LISTS = Path.of("../../shared/data/chs-drg");

  private static final String VISIT =
      """
      cases:
        - name: visit
          expect: quiet
          visits:
            - {id: V, at: 2026-03-02T10:00, diagnosis: I10.x00x002, lines: [001102000010000, 002501010150000, 002503050010000, XC08CAA264A001010100264, XB01ACA275A001010100275]}
      """;
  private static final String STAY =
      """
      cases:
        - name: stay
          expect: quiet
          stays:
            - {id: A, in: 2026-02-01T10:00, out: 2026-02-08T10:00, diagnosis: [J18.900, E87.600], lines: [001109000010000 daily]}
            - {id: B, in: 2026-03-02T10:00, out: 2026-03-22T10:00, diagnosis: [J18.900, E87.600, I10.x00x002], lines: [001109000010000 daily, 001201000040000 daily, 001102000050000 daily, XJ01DDA294A001010100294 x2 daily, 001204000060000 daily, XB05XAA331A001010100331 daily, 002503040010000 daily, 002501010150000 daily, 002504010250000 daily, 001203000010000 x6 daily]}
      """;

  @Test
  void wholeLibrary_visitAndStay_withinMicroseconds() throws RuleSetException {
    RuleSet rules = RuleCompiler.compile(RuleBundle.builtIn());

    double visit = micros(rules, facts(VISIT), VISITS);
    double stay = micros(rules, facts(STAY), STAYS);

    System.out.printf(
        "library of %d rules: visit of 5 lines %.1f us, stay of 200 lines %.1f us%n",
        rules.rules().size(), visit, stay);
    assertThat(visit).isLessThan(VISIT_MICROS);
    assertThat(stay).isLessThan(STAY_MICROS);
  }

  /** Prints what docs/knowledge-import.md says of them; skipped where they are not at hand. */
  @Test
  void publishedGroupingLists_costLittle() throws Exception {
    assumeTrue(Files.exists(LISTS), "needs shared/data/chs-drg beside the project");
    RuleBundle shipped = RuleBundle.builtIn();
    RuleBundle published = withPublishedLists(shipped);
    Facts stay = facts(STAY);
    RuleCompiler.compile(published); // warms up

    long heap = usedHeap();
    long start = System.nanoTime();
    RuleSet before = RuleCompiler.compile(shipped);
    double compiled = (System.nanoTime() - start) / 1e9;
    double size = (usedHeap() - heap) / 1e6;
    heap = usedHeap();
    start = System.nanoTime();
    RuleSet after = RuleCompiler.compile(published);
    double compiledPublished = (System.nanoTime() - start) / 1e9;
    double sizePublished = (usedHeap() - heap) / 1e6;
    double micros = micros(before, stay, STAYS);
    double microsPublished = micros(after, stay, STAYS);

    System.out.printf(
        "bundle %.1f -> %.1f MB, compiled in %.2f -> %.2f s, rule-set of %.0f -> %.0f MB, stay %.1f -> %.1f us%n",
        shipped.toJson().length() / 1e6,
        published.toJson().length() / 1e6,
        compiled,
        compiledPublished,
        size,
        sizePublished,
        micros,
        microsPublished);
    assertThat(compiledPublished).isLessThan(10 * compiled + 1);
    assertThat(microsPublished).isLessThan(STAY_MICROS);
  }

  private static RuleBundle withPublishedLists(RuleBundle library) throws Exception {
    ReleaseImport intake = new ReleaseImport(library);
    Map.of(
            "MCC.dat", Registry.MCC,
            "CC.dat", Registry.CC,
            "CCE.dat", Registry.CC_EXCLUSIONS,
            "drg_weights_2024.csv", Registry.DRG_WEIGHTS)
        .forEach((file, registry) -> add(intake, registry, LISTS.resolve(file)));
    return intake.library();
  }

  private static void add(ReleaseImport intake, Registry registry, Path file) {
    try {
      intake.add(
          registry,
          RegistryReader.read(registry, file, number -> number),
          new TableUpdate.Terms(registry.word(), LocalDate.parse("2024-01-01"), ""));
    } catch (IOException | ReleaseException e) {
      throw new IllegalStateException(file + ": no such list", e);
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double micros(RuleSet rules, Facts facts, int times) {
    run(rules, facts, 2 * times);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int found = run(rules, facts, times);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(found).isZero();
    return nanos / 1000.0 / times;
  }

  private static int run(RuleSet rules, Facts facts, int times) {
    Encounter last = facts.timeline().encounters().get(facts.timeline().encounters().size() - 1);
    int found = 0;
    for (int i = 0; i < times; i++) {
      found +=
          rules.judgeSettlement(facts.settlements().get(facts.settlements().size() - 1)).size();
      found += rules.judgeEncounter(last, facts.timeline()).size();
    }
    return found;
  }

  private static Facts facts(String text) {
    List<Facts> worlds =
        CaseReader.read("speed", text, new Issues()).stream().map(one -> one.facts()).toList();
    return worlds.get(0);
  }
}

package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.jspecify.annotations.Nullable;

/**
 * Simulates settlements with known frauds and honest look-alikes.
 *
 * <p>First every event is planned (who, when, how to make it), person by person and case by case;
 * the plans are sorted by the moment of sending; then the events are made in that order. All
 * randomness hangs on seed and person or case, so threads change nothing.
 */
public final class Simulation {

  private static final int PERSONS_A_TASK = 2_000;
  private static final int CASES_A_TASK = 50;
  private static final int EVENTS_A_TASK = 256;
  private static final int TASKS_AHEAD = 16;

  private Simulation() {}

  /**
   * Runs a simulation.
   *
   * @param config what to simulate
   * @param events takes every event, in order of sending, in the caller's thread
   * @param truth takes every case before the first event, in the caller's thread
   * @return how many events there were
   */
  public static long run(
      SimulationConfig config, Consumer<SettlementEvent> events, Consumer<TruthEntry> truth) {
    return run(config, plan -> plan.event().get(), events, truth);
  }

  /** As {@link #run}, each event turned into something else by the simulation's threads. */
  static <T> long run(
      SimulationConfig config,
      Function<Plan, T> make,
      Consumer<T> sink,
      Consumer<TruthEntry> truth) {
    ExecutorService threads = Executors.newFixedThreadPool(config.threads());
    try {
      List<Plan> plans = plan(config, threads, truth);
      int tasks = (plans.size() + EVENTS_A_TASK - 1) / EVENTS_A_TASK;
      inOrder(
          threads,
          tasks,
          task -> slice(plans, task, EVENTS_A_TASK).stream().map(make).toList(),
          made -> made.forEach(sink));
      return plans.size();
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Plan> plan(
      SimulationConfig config, ExecutorService threads, Consumer<TruthEntry> truth) {
    Setting setting = Setting.of(config);
    Map<FraudKind, Script> scripts = scripts();
    List<CaseSheet> sheets = new Casting(setting, scripts).cast();
    List<Plan> plans = new ArrayList<>();
    Map<Integer, List<int[]>> reserved = new HashMap<>();
    inOrder(
        threads,
        (sheets.size() + CASES_A_TASK - 1) / CASES_A_TASK,
        task ->
            slice(sheets, task, CASES_A_TASK).stream()
                .map(sheet -> play(setting, scripts, sheet))
                .toList(),
        played ->
            played.forEach(
                one -> {
                  plans.addAll(one.plans());
                  reserved.put(one.person(), one.inHospital());
                  truth.accept(one.truth());
                }));
    Background background = new Background(setting);
    int persons = setting.firstCard();
    inOrder(
        threads,
        (persons + PERSONS_A_TASK - 1) / PERSONS_A_TASK,
        task ->
            IntStream.range(task * PERSONS_A_TASK, Math.min(persons, (task + 1) * PERSONS_A_TASK))
                .mapToObj(person -> life(background, person, reserved.get(person)))
                .flatMap(List::stream)
                .toList(),
        plans::addAll);
    plans.sort(Plan.IN_SENDING_ORDER);
    return plans;
  }

  private static List<Plan> life(
      Background background, int person, @Nullable List<int[]> reserved) {
    return background.life(
        person, reserved == null ? Collections.emptyList() : reserved, reserved != null);
  }

  /** A case played to its end. */
  private record Played(int person, List<Plan> plans, List<int[]> inHospital, TruthEntry truth) {}

  private static Played play(Setting setting, Map<FraudKind, Script> scripts, CaseSheet sheet) {
    Stage stage = new Stage(setting, sheet);
    Script script = scripts.get(sheet.kind());
    if (script == null) {
      throw new IllegalStateException("no script for " + sheet.kind());
    }
    Form form = sheet.form();
    LookAlike lookAlike = sheet.lookAlike();
    TruthEntry truth =
        form != null
            ? script.fraud(stage, form)
            : script.honest(stage, Objects.requireNonNull(lookAlike));
    return new Played(sheet.person(), stage.plans(), stage.inHospital(), truth);
  }

  private static Map<FraudKind, Script> scripts() {
    Map<FraudKind, Script> scripts = new EnumMap<>(FraudKind.class);
    scripts.put(FraudKind.SPLIT_ADMISSION, new SplitAdmissions());
    scripts.put(FraudKind.UPCODING, new Upcodings());
    scripts.put(FraudKind.LOW_THRESHOLD, new LowThresholdAdmissions());
    scripts.put(FraudKind.DUPLICATE_CHARGE, new DuplicateCharges());
    scripts.put(FraudKind.OVER_SUPPLY, new OverSupplies());
    scripts.put(FraudKind.DUPLICATE_TRACE_CODE, new TraceCodes());
    scripts.put(FraudKind.OVERLAPPING_STAYS, new OverlappingStays());
    scripts.put(FraudKind.PHANTOM_DAYS, new PhantomDays());
    scripts.put(FraudKind.SEX_IMPOSSIBLE, new LentCards(false));
    scripts.put(FraudKind.AGE_IMPOSSIBLE, new LentCards(true));
    scripts.put(FraudKind.VISIT_DURING_STAY, new VisitsDuringStays());
    scripts.put(FraudKind.TOO_FREQUENT, new TooFrequentItems());
    scripts.put(FraudKind.DOCTOR_DAY, new DoctorDays());
    scripts.put(FraudKind.NIGHT_BURST, new NightBursts());
    return scripts;
  }

  private static <T> List<T> slice(List<T> list, int task, int size) {
    return list.subList(task * size, Math.min(list.size(), (task + 1) * size));
  }

  // Tasks run ahead on the threads, their results are taken in order.
  private static <T> void inOrder(
      ExecutorService threads, int tasks, Function<Integer, T> work, Consumer<T> take) {
    List<Future<T>> ahead = new ArrayList<>();
    int submitted = 0;
    for (int task = 0; task < tasks; task++) {
      while (submitted < tasks && submitted < task + TASKS_AHEAD) {
        int number = submitted++;
        ahead.add(threads.submit(() -> work.apply(number)));
      }
      take.accept(result(ahead.get(task)));
      ahead.set(task, null);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("simulation: interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("simulation: a task failed", e.getCause());
    }
  }
}

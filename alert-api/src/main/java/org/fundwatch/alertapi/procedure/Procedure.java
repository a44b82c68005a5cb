package org.fundwatch.alertapi.procedure;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.procedure.Handling.Stepped;
import org.fundwatch.alertapi.procedure.term.TermKey;
import org.fundwatch.alertapi.procedure.term.Terms;
import org.fundwatch.alertapi.procedure.term.WorkCalendar;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/** What can be done in a case, and when it is due. Thread-safe. */
public final class Procedure {
  private final Terms terms;
  private final Deadlines deadlines;

  private Procedure(Terms terms, WorkCalendar calendar) {
    this.terms = terms;
    this.deadlines = new Deadlines(calendar, terms);
  }

  /**
   * The procedure.
   *
   * @param folder with an installation's own {@code terms.csv} and {@code workdays-<year>.csv};
   *     null for none
   * @throws IllegalArgumentException when a table has a mistake, with its place
   */
  public static Procedure of(@Nullable Path folder) {
    return new Procedure(Terms.of(folder), WorkCalendar.of(folder));
  }

  /**
   * A step from where the case is.
   *
   * @param missing what is missing for it, empty when it can be taken
   */
  public record Option(Transition step, List<Missing> missing) {
    public Option {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Why somebody cannot do something, or what is missing for it; empty when it can be done.
   *
   * @param now epoch milliseconds
   */
  public List<Missing> missing(CaseState state, CaseAction action, Actor actor, long now) {
    return action.missing(new Situation(state, actor, now, this));
  }

  /**
   * The steps that lead on from where a case is, with what somebody lacks for each. Reasons and
   * targets are left out: they come with the step.
   */
  public List<Option> options(CaseState state, Actor actor, long now) {
    return Transitions.ALL.stream()
        .filter(step -> step.from().contains(state.in(step.to().track())))
        .map(step -> new Option(step, missing(state, new Stepped(step.id(), "?", "?"), actor, now)))
        .toList();
  }

  /** The clocks that run in a case and have a configured duration, the next to run out first. */
  public List<Deadline> deadlines(CaseState state, long now) {
    return state.clocks().stream()
        .flatMap(clock -> deadline(state, clock, now).stream())
        .sorted(Comparator.comparing(deadline -> deadline.due().orElse(Long.MAX_VALUE)))
        .toList();
  }

  /** True when a clock has not run out and will within the days that are configured to warn. */
  public boolean isSoonOver(CaseState state, Deadline deadline, long now) {
    var today = LocalDate.ofEpochDay(ShanghaiTime.epochDay(now));
    return !deadline.isOver(now)
        && terms
            .find(TermKey.WARNING, state.opening().region(), today)
            .flatMap(
                warning ->
                    deadline
                        .due()
                        .map(
                            due ->
                                ShanghaiTime.epochDay(due) - today.toEpochDay() <= warning.value()))
            .orElse(false);
  }

  /** Whether the decision can still be contested; empty while none was served. */
  public Optional<Finality> finality(CaseState state, long now) {
    return Finality.of(state, deadlines(state, now), now);
  }

  /** Durations and thresholds. */
  public Terms terms() {
    return terms;
  }

  Optional<Deadline> deadline(CaseState state, LimitClock clock, long now) {
    return deadlines.of(clock, state.opening().region(), state.pause(), now);
  }
}

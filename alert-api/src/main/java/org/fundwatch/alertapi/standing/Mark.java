package org.fundwatch.alertapi.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.standing.MarkStep.MarkWords;

/**
 * A mark as its entries tell it.
 *
 * @param sequence of the last entry
 * @param content what it is about
 * @param repaired how much of its weight was repaired
 * @param steps all that was done, in order, what people typed masked; the first proposes it
 */
public record Mark<T extends Marked>(
    String id, int sequence, MarkState state, T content, int repaired, List<MarkStep> steps) {

  public Mark {
    steps = List.copyOf(steps);
  }

  /**
   * The mark that entries make.
   *
   * @param entries all of its stream in order, 1 or more
   */
  static <T extends Marked> Mark<T> of(List<Entry> entries, Class<T> form) {
    var first = entries.get(0);
    var content = first.body(form);
    var state = MarkState.PROPOSED;
    int asked = 0;
    int repaired = 0;
    var steps = new ArrayList<MarkStep>();
    steps.add(
        new MarkStep(first.sequence(), Act.PROPOSE, first.by(), first.at(), MarkWords.reason("")));
    for (var entry : entries.subList(1, entries.size())) {
      var act = Act.valueOf(entry.type());
      var said = entry.body(MarkWords.class);
      state = act.to();
      if (act == Act.ASK_REPAIR) {
        asked = said.amount();
      } else if (act == Act.GRANT_REPAIR) {
        repaired += asked;
        state = repaired < content.weight() ? MarkState.IN_FORCE : MarkState.REPAIRED;
      }
      steps.add(new MarkStep(entry.sequence(), act, entry.by(), entry.at(), Mask.all(said)));
    }
    var last = entries.get(entries.size() - 1);
    return new Mark<>(first.stream().id(), last.sequence(), state, content, repaired, steps);
  }

  /** The same about something else; for showing it masked. */
  public Mark<T> with(T other) {
    return new Mark<>(id, sequence, state, other, repaired, steps);
  }

  /** What it counts while it counts: its weight without what was repaired. */
  public int weight() {
    return content.weight() - repaired;
  }

  /** True when it counts on a day. */
  public boolean countsOn(LocalDate day) {
    return state.counts() && !day.isBefore(content.day()) && !day.isAfter(content.until());
  }

  /** The last of the steps that did this, which must be there. */
  public MarkStep last(Act act) {
    return steps.stream()
        .filter(step -> step.act() == act)
        .reduce((before, after) -> after)
        .orElseThrow(() -> new IllegalStateException("%s: no %s".formatted(id, act)));
  }

  /** The last step. */
  public MarkStep last() {
    return steps.get(steps.size() - 1);
  }

  /** Its state as an ETag. */
  public String tag() {
    return Revision.tag(sequence);
  }

  /**
   * Who must not decide what is before us now: who put it forward; and about an objection, who
   * proposed or approved the mark.
   */
  Set<String> involved() {
    return steps.stream()
        .filter(
            step -> step.sequence() == sequence || (state == MarkState.OBJECTED && !isRepair(step)))
        .map(MarkStep::by)
        .collect(Collectors.toSet());
  }

  private static boolean isRepair(MarkStep step) {
    return switch (step.act()) {
      case ASK_REPAIR, DENY_REPAIR, GRANT_REPAIR -> true;
      case PROPOSE, APPROVE, REFUSE, OBJECT, REJECT_OBJECTION, ACCEPT_OBJECTION -> false;
    };
  }
}

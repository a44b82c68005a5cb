package org.fundwatch.alertapi.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.security.Caller;

/** What a feature asks of its marks beside the order of acts and who may. */
public interface MarkRules<T extends Marked> {
  /** Why a mark cannot be proposed, or no longer be approved; empty when it can. */
  List<FieldFault> faults(T content, Caller caller);

  /**
   * Why so much of a mark cannot be repaired; empty when it can.
   *
   * @param all marks of its holder that the caller sees, this one among them
   */
  List<FieldFault> repairFaults(Mark<T> mark, int amount, List<Mark<T>> all, Caller caller);

  /** The last day on which the holder may object; empty when there is none. */
  Optional<LocalDate> objectionUntil(Mark<T> mark);
}

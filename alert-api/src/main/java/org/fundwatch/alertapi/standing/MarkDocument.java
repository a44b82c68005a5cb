package org.fundwatch.alertapi.standing;

import java.time.LocalDate;

/**
 * A mark as it is found by search.
 *
 * @param register which kind of mark
 * @param weight what it counts while it counts, 0 in a state in which it does not
 * @param caseId empty for none
 */
record MarkDocument(
    String id,
    String register,
    int sequence,
    Holder.Kind holderKind,
    String holder,
    String institution,
    String region,
    MarkState state,
    LocalDate day,
    LocalDate until,
    int weight,
    String caseId,
    long changedAt) {

  static MarkDocument of(String register, Mark<? extends Marked> mark) {
    var content = mark.content();
    return new MarkDocument(
        mark.id(),
        register,
        mark.sequence(),
        content.holder().kind(),
        content.holder().code(),
        content.institution(),
        content.region(),
        mark.state(),
        content.day(),
        content.until(),
        mark.state().counts() ? mark.weight() : 0,
        content.caseId(),
        mark.last().at());
  }
}

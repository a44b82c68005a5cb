package org.fundwatch.alertapi.credit;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.Marked;

/**
 * An entry in a credit record. What the table said when it was proposed stays with it.
 *
 * @param holder whose record
 * @param institution {@code fixmedins_code}: the holder, or where the doctor works
 * @param region administrative division of the institution
 * @param ground row of the table of grounds
 * @param deduction what it takes from the score
 * @param caseId the closed case that it comes from, empty when it was entered by hand
 * @param day of the decision or the fact
 * @param until last day on which it counts
 * @param repairFrom first day on which it can be repaired
 * @param evidence papers, by number or address
 * @param text what it is
 */
public record CreditEntry(
    Holder holder,
    String institution,
    String region,
    String ground,
    int deduction,
    String caseId,
    LocalDate day,
    LocalDate until,
    LocalDate repairFrom,
    List<String> evidence,
    String text)
    implements Marked {

  public CreditEntry {
    evidence = List.copyOf(evidence);
  }

  @Override
  public int weight() {
    return deduction;
  }

  /** With what people typed masked, and the holder when it is a doctor. */
  CreditEntry masked() {
    return new CreditEntry(
        holder.kind() == Holder.Kind.DOCTOR ? Holder.doctor(Mask.code(holder.code())) : holder,
        institution,
        region,
        ground,
        deduction,
        caseId,
        day,
        until,
        repairFrom,
        evidence.stream().map(Mask::text).toList(),
        Mask.text(text));
  }
}

package org.fundwatch.alertapi.rows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * A settlement row as it is shown without a reason: the person's token and the codes of doctors are
 * masked by where they stand, whatever they look like, the day of birth is left out, and so are
 * fields that we do not know.
 */
public final class RowMask {
  private RowMask() {}

  /** The row, masked. */
  public static SettlementRow of(SettlementRow row) {
    return new SettlementRow(
        row.schema(),
        row.settlementId(),
        row.stands(),
        row.messages().stream().map(RowMask::of).toList());
  }

  /** The text of a row, masked: JSON of the same form. */
  public static String text(String row) {
    var masked =
        new String(SettlementRowJson.write(of(RowDocument.parsed(row))), StandardCharsets.UTF_8);
    // Should a code stand where none belongs, such as in the name of an item.
    return Mask.codes(masked, List.of());
  }

  private static SettlementEvent of(SettlementEvent event) {
    var person = event.settlement().person();
    var masked = event.withToken(Mask.code(person.id()));
    return new SettlementEvent(
        masked.schema(),
        masked.kind(),
        masked.transaction(),
        masked.messageId(),
        masked.sentMillis(),
        masked.reversesMessageId(),
        of(masked.settlement()),
        masked.extras());
  }

  private static Settlement of(Settlement settlement) {
    var person = settlement.person();
    return new Settlement(
        settlement.settlementId(),
        settlement.encounterId(),
        settlement.originalSettlementId(),
        new Person(person.id(), "", "", "", person.gender(), null, person.type()),
        settlement.institution(),
        settlement.insurance(),
        settlement.medType(),
        settlement.settledMillis(),
        Mask.code(settlement.doctor()),
        settlement.midStay(),
        settlement.codeSet(),
        settlement.amounts(),
        settlement.stay(),
        settlement.grouping(),
        settlement.diagnoses(),
        settlement.operations().stream().map(RowMask::of).toList(),
        settlement.lines().stream().map(RowMask::of).toList(),
        settlement.payments(),
        settlement.traceCodes());
  }

  private static Operation of(Operation operation) {
    return new Operation(
        operation.code(),
        operation.name(),
        operation.main(),
        operation.epochDay(),
        Mask.code(operation.surgeon()),
        operation.anaesthesia());
  }

  private static FeeLine of(FeeLine line) {
    return new FeeLine(
        line.id(),
        line.originalId(),
        line.occurredMillis(),
        line.item(),
        line.name(),
        line.localItem(),
        line.category(),
        line.payClass(),
        line.amountFen(),
        line.countE4(),
        line.priceE6(),
        line.priceLimitE6(),
        line.inScopeFen(),
        line.ownPayFen(),
        line.supplyDaysE2(),
        line.department(),
        Mask.code(line.doctor()),
        line.prescription(),
        line.takeHome(),
        line.examinedElsewhere());
  }
}

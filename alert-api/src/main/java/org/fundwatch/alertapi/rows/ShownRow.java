package org.fundwatch.alertapi.rows;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.jspecify.annotations.Nullable;

/**
 * A settlement that findings point at. Moments are epoch milliseconds, amounts fen.
 *
 * @param settlementId {@code setl_id}
 * @param encounterId {@code mdtrt_id}
 * @param stands false where it was taken back
 * @param person by a token
 * @param doctor who was responsible
 * @param beginAt admission, or the settlement where it is no stay
 * @param endAt discharge, or the settlement
 * @param amounts as it was settled
 * @param stay of a stay, as its last message tells it
 * @param grouping the same of its group for payment
 * @param diagnoses as the last message that names any tells them, the main one first
 * @param operations the same
 * @param lines fee lines that count
 * @param payments by fund
 * @param packs drug packs handed out or taken back
 * @param findings ids of the findings that point at it or its encounter
 * @param messages that told it
 */
public record ShownRow(
    String settlementId,
    String encounterId,
    boolean stands,
    Institution institution,
    Insurance insurance,
    Person person,
    String doctor,
    String medType,
    long settledAt,
    long beginAt,
    long endAt,
    Amounts amounts,
    @Nullable Stay stay,
    @Nullable Grouping grouping,
    List<Diagnosis> diagnoses,
    List<Operation> operations,
    List<Line> lines,
    List<Payment> payments,
    List<Pack> packs,
    List<String> findings,
    List<Message> messages) {

  /**
   * A fee line.
   *
   * @param findings ids of the findings that point at it
   */
  public record Line(FeeLine line, List<String> findings) {}

  /**
   * A drug pack.
   *
   * @param findings ids of the findings that point at it
   */
  public record Pack(TraceCode pack, List<String> findings) {}

  /**
   * A message.
   *
   * @param messageId {@code msgid}
   * @param transaction {@code infno}
   * @param sentAt epoch milliseconds
   */
  public record Message(String messageId, EventKind kind, String transaction, long sentAt) {}

  /**
   * A row as it is shown.
   *
   * @param row masked, unless it was revealed
   */
  static ShownRow of(SettlementRow row, Pointers pointers) {
    var settlement = row.settlement();
    var stays = last(row, one -> one.stay() == null ? List.<Stay>of() : List.of(one.stay()));
    var groupings =
        last(row, one -> one.grouping() == null ? List.<Grouping>of() : List.of(one.grouping()));
    return new ShownRow(
        row.settlementId(),
        settlement.encounterId(),
        row.stands(),
        settlement.institution(),
        settlement.insurance(),
        settlement.person(),
        settlement.doctor(),
        settlement.medType(),
        settlement.settledMillis(),
        settlement.beginMillis(),
        settlement.endMillis(),
        settlement.amounts(),
        stays.isEmpty() ? null : stays.get(0),
        groupings.isEmpty() ? null : groupings.get(0),
        last(row, Settlement::diagnoses),
        last(row, Settlement::operations),
        row.lines().stream().map(line -> new Line(line, pointers.ofLine(row, line.id()))).toList(),
        settlement.payments(),
        packs(row).stream().map(pack -> new Pack(pack, pointers.ofPack(row, pack.code()))).toList(),
        pointers.findings(row),
        row.messages().stream().map(ShownRow::message).toList());
  }

  /** The drug packs of all messages, each once. */
  static List<TraceCode> packs(SettlementRow row) {
    return row.messages().stream()
        .map(SettlementEvent::settlement)
        .map(Settlement::traceCodes)
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  /** What the last message says that says anything of it. */
  private static <T> List<T> last(SettlementRow row, Function<Settlement, List<T>> part) {
    List<T> last = List.of();
    for (var message : row.messages()) {
      var here = part.apply(message.settlement());
      if (message.kind() != EventKind.PACKS && !here.isEmpty()) {
        last = here;
      }
    }
    return last;
  }

  private static Message message(SettlementEvent event) {
    return new Message(event.messageId(), event.kind(), event.transaction(), event.sentMillis());
  }
}

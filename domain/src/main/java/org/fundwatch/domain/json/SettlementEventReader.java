package org.fundwatch.domain.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads settlement events from JSON in the national interface's field names; the format is
 * described in docs/event-format.md. Every fault is collected, so that a sender can mend an event
 * in one go. Thread-safe.
 */
public final class SettlementEventReader {

  private static final int MAX_FAULTS = 50;

  /**
   * Reads one event.
   *
   * @param json the UTF-8 text of one JSON object
   * @return the event, or what is wrong with it; never null, and no exception for any input
   */
  public Parsed read(byte[] json) {
    if (json.length > EventJson.MAX_BYTES) {
      return refuse(
          new Fault(
              "$",
              json.length + " bytes",
              "an event of at most " + EventJson.MAX_BYTES + " bytes"));
    }
    Draft draft = new Draft();
    try (JsonParser parser = EventJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refuse(new Fault("$", describe(parser.currentToken()), "one JSON object"));
      }
      draft.readEvent(parser);
      if (parser.nextToken() != null) {
        return refuse(new Fault("$", "text after the event", "one JSON object"));
      }
    } catch (JsonProcessingException e) {
      return refuse(malformed(e));
    } catch (IOException e) {
      // The bytes are in memory: what is left is a broken encoding.
      return refuse(new Fault("$", "bytes that are not UTF-8", "JSON in UTF-8"));
    }
    return draft.finish();
  }

  private static Parsed refuse(Fault fault) {
    return new Parsed.Refused(List.of(fault));
  }

  // Jackson's own text quotes the input, which may hold personal data: only the place is passed on.
  private static Fault malformed(JsonProcessingException e) {
    long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    String cause = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    String found =
        cause.startsWith("Invalid UTF-8")
            ? "a byte that is not UTF-8"
            : cause.startsWith("Unexpected end-of-input")
                ? "the text ends too early"
                : cause.startsWith("Duplicate field") ? "a field given twice" : "malformed JSON";
    return new Fault("$", found + " at byte " + Math.max(offset, 0), "one JSON object in UTF-8");
  }

  private static String describe(@Nullable JsonToken token) {
    return token == null ? "empty text" : token.isScalarValue() ? "a single value" : "a list";
  }

  /** The event as far as it has been read. */
  private static final class Draft {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> extras = new HashMap<>();
    private final Values envelope = new Values(EnvelopeTable.TABLE);
    private @Nullable Values header;
    private @Nullable Values grouping;
    private final List<Values> diagnoses = new ArrayList<>();
    private final List<Values> operations = new ArrayList<>();
    private final List<Values> lines = new ArrayList<>();
    private final List<Values> payments = new ArrayList<>();
    private final List<Values> traceCodes = new ArrayList<>();

    void readEvent(JsonParser parser) throws IOException {
      ObjectReader reader = new ObjectReader(parser, faults, extras);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (key) {
          case "setlinfo" -> header = object(reader, SettlementTable.TABLE, token, parser);
          case "drginfo" -> grouping = object(reader, GroupingTable.TABLE, token, parser);
          case "diseinfo" -> list(reader, DiagnosisTable.TABLE, token, parser, diagnoses);
          case "oprninfo" -> list(reader, OperationTable.TABLE, token, parser, operations);
          case "feedetail" -> list(reader, FeeLineTable.TABLE, token, parser, lines);
          case "setldetail" -> list(reader, PaymentTable.TABLE, token, parser, payments);
          case "drugtracinfo" -> list(reader, TraceCodeTable.TABLE, token, parser, traceCodes);
          default -> {
            Integer place = EnvelopeTable.TABLE.place(key);
            if (place == null) {
              reader.keep('/' + ObjectReader.escape(key));
            } else {
              reader.readValue(envelope, place, token, "");
            }
          }
        }
      }
      reader.checkPresence(envelope, "");
      if (header == null && faults.stream().noneMatch(fault -> fault.path().equals("setlinfo"))) {
        faults.add(new Fault("setlinfo", "missing", "an object"));
      }
    }

    private @Nullable Values object(
        ObjectReader reader, FieldTable table, JsonToken token, JsonParser parser)
        throws IOException {
      if (token == JsonToken.VALUE_NULL) {
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        faults.add(new Fault(table.name(), describe(token), "an object"));
        return null;
      }
      return reader.read(table, table.name(), '/' + table.name());
    }

    private void list(
        ObjectReader reader,
        FieldTable table,
        JsonToken token,
        JsonParser parser,
        List<Values> into)
        throws IOException {
      if (token == JsonToken.VALUE_NULL) {
        return;
      }
      if (token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        faults.add(new Fault(table.name(), describe(token), "a list of objects"));
        return;
      }
      for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
        String path = table.name() + '[' + index + ']';
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          into.add(reader.read(table, path, '/' + table.name() + '/' + index));
        } else {
          faults.add(new Fault(path, describe(parser.currentToken()), "an object"));
          parser.skipChildren();
        }
      }
    }

    Parsed finish() {
      // What is no event at all is refused for that, not for what an event would have had.
      String transaction = envelope.text(EnvelopeTable.INFNO);
      if (Transactions.isOfFeeLines(transaction)) {
        return refuse(
            new Fault(
                "infno",
                ObjectReader.shown(transaction, false),
                "the settlement that follows: cancelled fee lines are not in it, and once settled"
                    + " they are cancelled with it (2208, 2305)"));
      }
      if (header == null || !faults.isEmpty()) {
        return new Parsed.Refused(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
      }
      boolean midStay = header.flag(SettlementTable.TABLE.require("mid_setl_flag"));
      boolean red = SettlementTable.isRed(header);
      EventKind kind = Transactions.kind(transaction, midStay, red);
      if (kind == null) {
        return refuse(
            new Fault(
                "infno",
                ObjectReader.shown(transaction, false),
                "one of " + String.join(", ", Transactions.known())));
      }
      if (red && (kind == EventKind.AMENDED || kind == EventKind.PACKS)) {
        return refuse(
            new Fault(
                "setlinfo.refd_setl_flag, vali_flag",
                "a mark of a reversal on something other than a settlement",
                "none; a 2601 reverses a message"));
      }
      SettlementEvent event =
          new SettlementEvent(
              SettlementEvent.SCHEMA,
              kind,
              transaction,
              envelope.text(EnvelopeTable.MSGID),
              envelope.number(EnvelopeTable.INF_TIME),
              envelope.text(EnvelopeTable.OMSGID),
              SettlementTable.read(
                  header,
                  Transactions.isRed(transaction, kind),
                  grouping == null ? null : GroupingTable.read(grouping),
                  mapped(diagnoses, DiagnosisTable::read),
                  mapped(operations, OperationTable::read),
                  mapped(lines, FeeLineTable::read),
                  mapped(payments, PaymentTable::read),
                  mapped(
                      traceCodes, v -> TraceCodeTable.read(v, Transactions.isReturn(transaction)))),
              extras);
      List<Fault> wrong = EventChecks.check(event);
      return wrong.isEmpty()
          ? new Parsed.Accepted(event)
          : new Parsed.Refused(wrong.subList(0, Math.min(wrong.size(), MAX_FAULTS)));
    }

    private static <T> List<T> mapped(List<Values> values, Function<Values, T> read) {
      return values.stream().map(read).toList();
    }
  }
}

package org.fundwatch.domain.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * Writes settlement events as JSON in the national interface's field names: what {@link
 * SettlementEventReader} reads, unknown fields included. Thread-safe.
 */
public final class SettlementEventWriter {

  /** The event as UTF-8 JSON without line breaks. */
  public byte[] write(SettlementEvent event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try {
      write(event, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Writes the event to a stream that stays open, without a line break at the end. */
  public void write(SettlementEvent event, OutputStream out) throws IOException {
    try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      Map<String, String> extras = new TreeMap<>(event.extras());
      Settlement s = event.settlement();
      json.writeStartObject();
      writeFields(json, envelope(event));
      writeExtras(json, extras, "");
      object(
          json,
          SettlementTable.write(s, Transactions.isRed(event.transaction(), event.kind())),
          extras);
      if (s.grouping() != null) {
        object(json, GroupingTable.write(s.grouping()), extras);
      }
      list(json, DiagnosisTable.TABLE, s.diagnoses(), DiagnosisTable::write, extras);
      list(json, OperationTable.TABLE, s.operations(), OperationTable::write, extras);
      list(json, FeeLineTable.TABLE, s.lines(), FeeLineTable::write, extras);
      list(json, PaymentTable.TABLE, s.payments(), PaymentTable::write, extras);
      list(json, TraceCodeTable.TABLE, s.traceCodes(), TraceCodeTable::write, extras);
      json.writeEndObject();
    }
  }

  private static Values envelope(SettlementEvent event) {
    Values v = new Values(EnvelopeTable.TABLE);
    v.put(EnvelopeTable.INFNO, event.transaction());
    v.put(EnvelopeTable.MSGID, event.messageId());
    v.set(EnvelopeTable.INF_TIME, event.sentMillis());
    v.put(EnvelopeTable.OMSGID, event.reversesMessageId());
    return v;
  }

  private static void object(JsonGenerator json, Values values, Map<String, String> extras)
      throws IOException {
    String name = values.table().name();
    json.writeObjectFieldStart(name);
    writeFields(json, values);
    writeExtras(json, extras, '/' + name);
    json.writeEndObject();
  }

  private static <T> void list(
      JsonGenerator json,
      FieldTable table,
      List<T> elements,
      Function<T, Values> write,
      Map<String, String> extras)
      throws IOException {
    if (elements.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(table.name());
    for (int i = 0; i < elements.size(); i++) {
      json.writeStartObject();
      writeFields(json, write.apply(elements.get(i)));
      writeExtras(json, extras, '/' + table.name() + '/' + i);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeFields(JsonGenerator json, Values values) throws IOException {
    FieldTable table = values.table();
    for (int place = 0; place < table.size(); place++) {
      if (values.has(place)) {
        Field field = table.at(place);
        json.writeFieldName(field.key());
        FieldType type = field.type();
        if (type.textual()) {
          json.writeString(values.text(place));
        } else if (type instanceof FieldType.Decimal || type instanceof FieldType.Whole) {
          json.writeNumber(type.format(values.number(place)));
        } else {
          json.writeString(type.format(values.number(place)));
        }
      }
    }
  }

  // Extras are keyed by JSON pointer; those of this object have exactly one more segment.
  private static void writeExtras(
      JsonGenerator json, Map<String, String> extras, String objectPointer) throws IOException {
    if (extras.isEmpty()) {
      return;
    }
    String prefix = objectPointer + '/';
    for (Map.Entry<String, String> extra : extras.entrySet()) {
      String pointer = extra.getKey();
      if (pointer.startsWith(prefix) && pointer.indexOf('/', prefix.length()) < 0) {
        json.writeFieldName(
            JsonPointer.compile(pointer.substring(prefix.length() - 1)).getMatchingProperty());
        json.writeRawValue(extra.getValue());
      }
    }
  }
}

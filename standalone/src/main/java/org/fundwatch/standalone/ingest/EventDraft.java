package org.fundwatch.standalone.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundwatch.domain.json.Fault;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.standalone.tables.Row;

/**
 * An event written from rows of foreign files. The values go over as text; what is wrong with them
 * is found by the reader of the national format, so that there is one place that knows what is
 * allowed, and told in the foreign file's own columns.
 */
final class EventDraft {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SettlementEventReader READER = new SettlementEventReader();
  private static final String LINES = "feedetail";

  private final ObjectNode event = MAPPER.createObjectNode();
  private final Map<String, List<Part>> lists = new HashMap<>();
  private final Map<String, Part> objects = new HashMap<>();
  private final Row head;

  EventDraft(Row head) {
    this.head = head;
    objects.put("", new Part(head, event));
  }

  /** The event itself. */
  Part envelope() {
    return object("");
  }

  /** An object of the event, such as {@code setlinfo}, filled from the head row. */
  Part object(String name) {
    return objects.computeIfAbsent(name, n -> new Part(head, event.putObject(n)));
  }

  /** One more element of a list of the event, such as {@code diseinfo}. */
  Part element(String list, Row row) {
    Part part = new Part(row, MAPPER.createObjectNode());
    lists.computeIfAbsent(list, name -> new ArrayList<>()).add(part);
    return part;
  }

  /** The event, without the fee lines that are not allowed; refused where anything else is not. */
  SourceRecord finish() {
    List<Refusal> refusals = new ArrayList<>();
    while (true) {
      byte[] json = write();
      Parsed parsed = READER.read(json);
      if (parsed instanceof Parsed.Accepted accepted) {
        String person = accepted.event().settlement().person().id();
        return new SourceRecord(new SourceRecord.Outgoing(person, json), refusals);
      }
      List<Fault> faults = ((Parsed.Refused) parsed).faults();
      // Two fields out of one column have the same fault.
      faults.stream().map(this::refusal).distinct().forEach(refusals::add);
      if (!faults.stream().allMatch(fault -> fault.path().startsWith(LINES + '['))) {
        return new SourceRecord(null, refusals);
      }
      Set<Integer> bad = new HashSet<>();
      faults.forEach(fault -> bad.add(index(fault.path())));
      List<Part> lines = lists.getOrDefault(LINES, List.of());
      List<Part> good = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (!bad.contains(i)) {
          good.add(lines.get(i));
        }
      }
      lists.put(LINES, good);
    }
  }

  private byte[] write() {
    lists.forEach(
        (name, parts) -> {
          ArrayNode array = event.putArray(name);
          parts.forEach(part -> array.add(part.json));
        });
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of texts cannot be written", e);
    }
  }

  private Refusal refusal(Fault fault) {
    String path = fault.path();
    int dot = path.lastIndexOf('.');
    String owner = dot < 0 ? "" : path.substring(0, dot);
    String field = path.substring(dot + 1);
    Part part;
    if (owner.endsWith("]")) {
      String list = owner.substring(0, owner.indexOf('['));
      part = lists.getOrDefault(list, List.of()).get(index(owner));
    } else {
      part = object(owner);
    }
    return new Refusal(
        part.row.file(),
        part.row.line(),
        part.columns.getOrDefault(field, field),
        fault.found(),
        fault.allowed());
  }

  private static int index(String path) {
    return Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
  }

  /** One object of the event and the row that it is filled from. */
  static final class Part {
    private final Row row;
    private final ObjectNode json;
    private final Map<String, String> columns = new HashMap<>();

    private Part(Row row, ObjectNode json) {
      this.row = row;
      this.json = json;
    }

    /** Takes a column over as it is; an empty cell is left out. */
    Part take(String field, String column) {
      return take(field, column, UnaryOperator.identity());
    }

    /** Takes a column over in the national way of writing it. */
    Part take(String field, String column, UnaryOperator<String> national) {
      columns.put(field, column);
      return put(field, row.get(column), national);
    }

    /** Takes the first of the columns that is not empty. */
    Part takeFirst(String field, UnaryOperator<String> national, String... candidates) {
      for (String column : candidates) {
        if (!row.get(column).isEmpty()) {
          return take(field, column, national);
        }
      }
      columns.put(field, candidates[0]);
      return this;
    }

    /** Puts a value that no single column holds; an empty one is left out. */
    Part put(String field, String text) {
      return put(field, text, UnaryOperator.identity());
    }

    private Part put(String field, String text, UnaryOperator<String> national) {
      if (!text.isEmpty()) {
        json.put(field, national.apply(text));
      }
      return this;
    }
  }
}

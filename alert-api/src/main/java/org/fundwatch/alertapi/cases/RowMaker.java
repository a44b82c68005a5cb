package org.fundwatch.alertapi.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundwatch.alertapi.cases.SnapshotRow.Kind;
import org.fundwatch.alertapi.cases.SnapshotRow.Reach;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.rulecatalog.RuleTexts;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.RuleRef;
import org.springframework.stereotype.Component;

/** Takes an alert apart into what it rests on. Equal alerts give equal rows. Thread-safe. */
@Component
final class RowMaker {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final RuleTexts texts;

  RowMaker(RuleTexts texts) {
    this.texts = texts;
  }

  /**
   * The rows of an alert, each once.
   *
   * @param payload the alert's bytes as text
   * @param settlements what has come of the settlements that it points at
   */
  SnapshotRows rows(Alert alert, String payload, FrozenRows settlements) {
    var rows = new LinkedHashSet<SnapshotRow>();
    for (var finding : alert.findings()) {
      finding
          .evidence()
          .forEach(evidence -> rows.addAll(rows(evidence, finding.rule(), settlements)));
      rows.add(rule(finding));
      var model = finding.model();
      if (model != null) {
        rows.add(model(model));
      }
    }
    var digests = Digests.of(payload);
    return new SnapshotRows(
        alert.id(), alert.version(), digests.sha256(), digests.sm3(), List.copyOf(rows));
  }

  /** A settlement that has come stands for its pointer; other pointers stay beside what came. */
  private List<SnapshotRow> rows(Evidence evidence, RuleRef rule, FrozenRows settlements) {
    return switch (evidence.kind()) {
      case KNOWLEDGE_ROW -> List.of(knowledge(evidence, rule));
      case SETTLEMENT ->
          List.of(settlements.settlement(evidence.id()).orElseGet(() -> pointer(evidence)));
      case ENCOUNTER ->
          Stream.concat(
                  Stream.of(pointer(evidence)), settlements.ofEncounter(evidence.id()).stream())
              .toList();
      case FEE_LINE, TRACE_CODE -> List.of(pointer(evidence));
    };
  }

  private static SnapshotRow pointer(Evidence evidence) {
    return SnapshotRow.of(
        Kind.SETTLEMENT, evidence.id(), "", Reach.REFERENCE, write(fields(evidence)));
  }

  /**
   * The same rows with settlements that have come since: a settlement in place of its pointer, the
   * others behind. What was there whole stays as it was, and so does all that is no settlement.
   *
   * @return the rows themselves when nothing has come
   */
  static SnapshotRows completed(SnapshotRows rows, FrozenRows settlements) {
    var there = new HashSet<String>();
    rows.rows().stream().filter(SnapshotRow::isWholeSettlement).forEach(row -> there.add(row.id()));
    var come = new LinkedHashMap<>(settlements.bySettlement());
    come.keySet().removeAll(there);
    if (come.isEmpty()) {
      return rows;
    }
    var completed = new LinkedHashSet<SnapshotRow>();
    for (var row : rows.rows()) {
      var whole = come.get(row.id());
      completed.add(whole != null && pointsAtSettlement(row) ? whole : row);
    }
    completed.addAll(come.values());
    return rows.with(List.copyOf(completed));
  }

  private static boolean pointsAtSettlement(SnapshotRow row) {
    return row.kind() == Kind.SETTLEMENT
        && row.reach() == Reach.REFERENCE
        && row.text().contains("\"kind\":\"%s\"".formatted(Evidence.Kind.SETTLEMENT));
  }

  private SnapshotRow rule(Finding finding) {
    var rule = finding.rule();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("rule", rule);
    var text = texts.rule(rule);
    text.ifPresent(
        found -> {
          fields.put("text", found.text());
          fields.put("textOfRuleSet", found.ruleSet());
        });
    var reach =
        text.map(found -> found.exact() ? Reach.WHOLE : Reach.SAME_VERSION).orElse(Reach.REFERENCE);
    return SnapshotRow.of(
        Kind.RULE, rule.id(), String.valueOf(rule.version()), reach, write(fields));
  }

  /** The row's id names its table, and where they limit it, region and first day. */
  private SnapshotRow knowledge(Evidence evidence, RuleRef rule) {
    var fields = fields(evidence);
    fields.put("ruleSet", rule.ruleSet());
    var table = evidence.id().replaceFirst(":.*", "");
    var ruleSet = texts.ruleSet(rule.ruleSet());
    var file =
        ruleSet.map(
            bundle -> bundle.files().get("knowledge/%s.csv".formatted(table.replace('_', '-'))));
    file.ifPresent(
        text -> {
          fields.put("header", text.lines().findFirst().orElse(""));
          fields.put("lines", lines(text, evidence.id()));
          fields.put("tableSha256", Digests.of(text).sha256());
          fields.put("tableSm3", Digests.of(text).sm3());
        });
    var version = ruleSet.map(bundle -> bundle.knowledgeVersion()).orElse("");
    return SnapshotRow.of(
        Kind.KNOWLEDGE,
        evidence.id(),
        version,
        file.isPresent() ? Reach.WHOLE : Reach.REFERENCE,
        write(fields));
  }

  /** The lines of a table with the key of a row; several where they differ by region or days. */
  private static List<String> lines(String table, String id) {
    var key = id.replaceFirst("^[^:]*:", "").replaceFirst("[@#].*", "");
    return table
        .lines()
        .skip(1)
        .filter(line -> line.equals(key) || line.startsWith(key + ","))
        .toList();
  }

  private static SnapshotRow model(ModelTrace model) {
    return SnapshotRow.of(
        Kind.MODEL, model.model(), model.version(), Reach.REFERENCE, write(model));
  }

  private static Map<String, Object> fields(Evidence evidence) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", evidence.kind());
    fields.put("id", evidence.id());
    fields.put("note", evidence.note());
    return fields;
  }

  /** Records as JSON, always in the same words. */
  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can always be written", e);
    }
  }

  static SnapshotRows read(String json) {
    try {
      return JSON.readValue(json, SnapshotRows.class);
    } catch (JsonProcessingException e) {
      // Without its message: it quotes the text.
      throw new IllegalStateException("rows of a snapshot: no such JSON");
    }
  }
}

package org.fundwatch.alertapi.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
   */
  SnapshotRows rows(Alert alert, String payload) {
    var rows = new LinkedHashSet<SnapshotRow>();
    for (var finding : alert.findings()) {
      finding.evidence().forEach(evidence -> rows.add(row(evidence, finding.rule())));
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

  private SnapshotRow row(Evidence evidence, RuleRef rule) {
    return evidence.kind() == Evidence.Kind.KNOWLEDGE_ROW
        ? knowledge(evidence, rule)
        // The alert points at the settlement; the settlement itself does not come here.
        : SnapshotRow.of(
            Kind.SETTLEMENT, evidence.id(), "", Reach.REFERENCE, write(fields(evidence)));
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

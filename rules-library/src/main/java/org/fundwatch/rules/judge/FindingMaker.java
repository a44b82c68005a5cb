package org.fundwatch.rules.judge;

import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.check.RuleScope;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.source.RuleDocument;

/** Freezes what a rule found. */
final class FindingMaker {

  private final CompiledRule rule;
  private final RuleRef ref;

  FindingMaker(CompiledRule rule, String ruleSetVersion) {
    this.rule = rule;
    RuleInfo info = rule.document().info();
    this.ref =
        new RuleRef(
            info.id(),
            info.version(),
            ruleSetVersion,
            info.officialCode(),
            info.nameZh(),
            info.nameEn(),
            info.legalBasis(),
            info.silencedBy());
  }

  Finding make(Evaluation evaluation, Candidate candidate) {
    RuleDocument document = rule.document();
    Candidate.Frame frame = candidate.frame().get();
    long amountFen = evaluation.amount();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("amount", Fen.toYuan(amountFen));
    words.put("institution", frame.institution().name());
    List<FactValue> facts = new ArrayList<>();
    for (int i = 0; i < document.facts().size(); i++) {
      RuleDocument.FactText fact = document.facts().get(i);
      CelType type = rule.checked().facts().get(i).getResultType();
      if (RuleScope.working(type)) {
        continue;
      }
      String text = FactTexts.text(evaluation.fact(i), type.kind(), fact.unit());
      words.put(fact.name(), text);
      facts.add(new FactValue(fact.name(), text, fact.unit()));
    }
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(ref.id(), frame.subject(), frame.anchors()),
        ref,
        document.info().outcome(),
        Math.max(0, Math.min(1, evaluation.confidence())),
        frame.subject(),
        frame.anchors(),
        amountFen,
        frame.fromMillis(),
        frame.toMillis(),
        frame.institution(),
        frame.doctor(),
        frame.person(),
        frame.insuranceType(),
        fill(document.sentenceZh().text(), words),
        fill(document.sentenceEn().text(), words),
        facts,
        evidence(evaluation),
        null);
  }

  private List<Evidence> evidence(Evaluation evaluation) {
    List<Evidence> evidence = new ArrayList<>();
    List<RuleDocument.EvidenceText> texts = rule.document().evidence();
    for (int i = 0; i < texts.size(); i++) {
      Evidence.Kind kind = texts.get(i).kind();
      Object ids = evaluation.evidence(i);
      for (Object id : ids instanceof List<?> list ? list : List.of(ids)) {
        String note = kind == Evidence.Kind.KNOWLEDGE_ROW ? evaluation.note((String) id) : "";
        Evidence one = new Evidence(kind, (String) id, note);
        if (!evidence.contains(one)) {
          evidence.add(one);
        }
      }
    }
    return evidence;
  }

  private static String fill(String template, Map<String, String> words) {
    String text = template;
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace("{" + word.getKey() + "}", word.getValue());
    }
    return text;
  }
}

package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fundwatch.rules.RuleInfo.ParameterInfo;
import org.fundwatch.rules.RuleInfo.Provenance;
import org.fundwatch.rules.cases.CaseRunner;
import org.fundwatch.rules.cases.RuleCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Laws over all rules. Each first rejects a bad sample, so that it cannot pass by doing nothing.
 */
class AllRulesTest {

  private static final String RX01 = "rules/clinical/RX01-sex-limit/";
  private static final String IP01 = "rules/admission/IP01-split-admission/";
  private static final Pattern ARTICLE = Pattern.compile("《.+》.*第.+条.*");
  // As long as the person desk remembers.

  private static List<Library.Entry> library = List.of();

  @BeforeAll
  static void compileOnce() throws RuleSetException {
    library = Library.of(RuleBundle.builtIn());
  }

  private interface Law {
    Optional<String> brokenBy(Library.Entry entry);
  }

  @Test
  void firesAndStaysQuiet() throws RuleSetException {
    holds(
        Library.with(RX01 + "cases.yaml", "expect: quiet", "expect: fires"),
        entry ->
            entry.cases().stream().map(RuleCase::fires).distinct().count() == 2
                ? Optional.empty()
                : Optional.of("cases that fire and cases that stay quiet"));
  }

  @Test
  void everyCaseSaysWhy() throws RuleSetException {
    holds(
        Library.with(RX01 + "cases.yaml", "because: hers", "because: \"\""),
        entry ->
            entry.cases().stream().anyMatch(one -> one.because().isBlank())
                ? Optional.of("a reason in every case")
                : Optional.empty());
  }

  @Test
  void everyExceptionKeepsOneCaseQuiet() throws RuleSetException {
    holds(
        Library.with(RX01 + "cases.yaml", "newborn-days: 1", "newborn-days: 0"),
        entry ->
            entry.rule().document().info().exceptions().stream()
                .map(RuleInfo.ExceptionInfo::name)
                .filter(
                    name ->
                        entry.cases().stream()
                            .filter(one -> !one.fires())
                            .noneMatch(
                                one -> CaseRunner.excusedBy(entry.rule(), one).contains(name)))
                .findFirst()
                .map(name -> "a quiet case for exception " + name));
  }

  @Test
  void everyThresholdHasCasesOnBothSides() throws RuleSetException {
    holds(
        Library.with(IP01 + "cases.yaml", "edge: window", "edge: threshold"),
        entry ->
            entry.rule().document().info().parameters().stream()
                .map(ParameterInfo::name)
                .filter(name -> !List.of("base", "gain").contains(name))
                .filter(name -> sides(entry, name) < 2)
                .findFirst()
                .map(name -> "cases on both sides of " + name));
  }

  @Test
  void basisNamesDocumentAndArticle() throws RuleSetException {
    holds(
        Library.with(RX01 + "rule.yaml", "第三十八条第（六）项", ""),
        entry ->
            !entry.rule().document().info().legalBasis().isEmpty()
                    && entry.rule().document().info().legalBasis().stream()
                        .allMatch(basis -> ARTICLE.matcher(basis).matches())
                ? Optional.empty()
                : Optional.of("a basis with document and article"));
  }

  @Test
  void nothingOfOursPassesForOfficial() throws RuleSetException {
    // The national framework leaves thresholds of behaviour rules to the regions.
    holds(
        Library.with(IP01 + "rule.yaml", "provenance: local", "provenance: official"),
        entry ->
            entry.rule().document().info().parameters().stream()
                .filter(parameter -> parameter.provenance() == Provenance.OFFICIAL)
                .findFirst()
                .map(parameter -> "no official parameter, found " + parameter.name()));
  }

  @Test
  void everyTextIsThere() throws RuleSetException {
    holds(
        Library.with(
            RX01 + "rule.yaml", "misses: Persons whose sex is not recorded.", "misses: \"\""),
        entry -> {
          RuleInfo info = entry.rule().document().info();
          List<String> texts =
              new ArrayList<>(
                  List.of(
                      info.nameZh(),
                      info.nameEn(),
                      info.family(),
                      info.owner(),
                      info.detects(),
                      info.misses(),
                      info.falsePositives(),
                      info.onSite()));
          info.parameters().forEach(parameter -> texts.add(parameter.meaning()));
          info.exceptions().forEach(exception -> texts.add(exception.why()));
          return texts.stream().anyMatch(String::isBlank)
              ? Optional.of("every text")
              : Optional.empty();
        });
  }

  @Test
  void everyParameterIsUsed() throws RuleSetException {
    holds(
        Library.with(IP01 + "rule.yaml", "score >= param.threshold", "score >= 0.7"),
        entry -> {
          String text =
              RuleBundle.builtIn().files().getOrDefault(entry.rule().document().place().file(), "");
          String own =
              entry.rule().document().condition().text()
                  + text.replace("score >= param.threshold", "");
          return entry.rule().document().info().parameters().stream()
              .filter(parameter -> !own.contains("param." + parameter.name()))
              .findFirst()
              .map(parameter -> "a use of parameter " + parameter.name());
        });
  }

  private static long sides(Library.Entry entry, String parameter) {
    return entry.cases().stream()
        .filter(one -> one.edges().contains(parameter))
        .map(RuleCase::fires)
        .distinct()
        .count();
  }

  private static void holds(RuleBundle bad, Law law) throws RuleSetException {
    assertThat(broken(Library.of(bad), law)).as("the bad sample").hasSize(1);
    assertThat(broken(library, law)).isEmpty();
  }

  private static List<String> broken(List<Library.Entry> entries, Law law) {
    return entries.stream()
        .flatMap(entry -> law.brokenBy(entry).map(need -> entry.id() + " needs " + need).stream())
        .toList();
  }
}

package org.fundwatch.rules.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Path PAGE = Path.of("..", "docs", "rules-coverage.md");
  private static final String RX01 = "rules/clinical/RX01-sex-limit/rule.yaml";

  private static Coverage library = new Coverage(List.of(), List.of());

  @BeforeAll
  static void compileOnce() throws RuleSetException {
    library = Coverage.of(RuleCompiler.compile(RuleBundle.builtIn()).rules());
  }

  @Test
  void lists_haveAllThatWasPublished() {
    assertThat(Framework.nationalRules()).filteredOn(NationalRule::in10).hasSize(79);
    assertThat(Framework.nationalRules()).filteredOn(NationalRule::in2025).hasSize(88);
    assertThat(Framework.catalogue()).filteredOn(CatalogueRule::isDataGate).hasSize(8);
    assertThat(Framework.catalogue()).hasSize(112 + 8);
    assertThat(Framework.nationalRules()).extracting(NationalRule::name).doesNotHaveDuplicates();
    assertThat(Framework.catalogue()).extracting(CatalogueRule::id).doesNotHaveDuplicates();
  }

  @Test
  void page_isThatOfTheLibrary() throws IOException {
    Path actual = Path.of("target", "rules-coverage.md");
    Files.writeString(actual, CoveragePage.of(library));

    assertThat(Files.readString(PAGE))
        .as("./fundwatch rules coverage --write; written to " + actual)
        .isEqualTo(CoveragePage.of(library));
  }

  @Test
  void noListedRule_isLeftOpen() {
    assertThat(library.open()).isEmpty();
  }

  @Test
  void noActiveRule_isSaidToBeImpossible() {
    assertThat(library.stale()).isEmpty();
  }

  @Test
  void goals_areReached() {
    assertThat(library.active2025()).isGreaterThanOrEqualTo(75);
    assertThat(library.activeCatalogue()).isGreaterThanOrEqualTo(100);
    assertThat(library.activeGates()).isEqualTo(8);
  }

  @Test
  void rule_countsByCodeByNameAndById() throws RuleSetException {
    Coverage one = only("official-code: GZ10000301004000", "covers: [医疗服务项目区分性别使用, 药品限最大支付天数/开药量]");

    assertThat(active(one)).containsExactly("药品限最大开药天数/开药量", "药品限最大支付天数/开药量", "医疗服务项目区分性别使用");
    assertThat(one.catalogue())
        .filteredOn(listed -> !listed.ours().isEmpty())
        .singleElement()
        .satisfies(listed -> assertThat(listed.rule().id()).isEqualTo("RX01"));
    assertThat(active(only("outcome: violation", "outcome: suspicion")))
        .containsExactly("药品区分性别使用");
  }

  @Test
  void rule_thatDoesNotJudge_countsForNothing() throws RuleSetException {
    Coverage one = only("status: active", "status: shadow");

    assertThat(active(one)).isEmpty();
    assertThat(one.open()).contains("药品区分性别使用", "RX01 药品区分性别 / 项目区分性别");
  }

  @Test
  void rule_thatIsActiveAndSaidToBeImpossible_isNamed() {
    NationalRule listed =
        new NationalRule("甲", "", "", "", true, true, "", new Gap("a source", "a reason"));

    assertThat(
            new Coverage(List.of(new Coverage.National(listed, List.of("XX01-x"))), List.of())
                .stale())
        .containsExactly("甲");
  }

  private static List<String> active(Coverage coverage) {
    return coverage.national().stream()
        .filter(one -> !one.ours().isEmpty())
        .map(one -> one.rule().name())
        .toList();
  }

  /** The coverage by one changed rule. */
  private static Coverage only(String before, String after) throws RuleSetException {
    Map<String, String> files = new TreeMap<>(RuleBundle.builtIn().files());
    String text = files.getOrDefault(RX01, "").replaceFirst("(?m)^covers:.*\n(  - .*\n)*", "");
    assertThat(text).contains(before);
    files.keySet().removeIf(path -> path.startsWith("rules/"));
    files.put(RX01, text.replace(before, after));
    return Coverage.of(RuleCompiler.compile(RuleBundle.of(files)).rules());
  }
}

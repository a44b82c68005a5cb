package org.fundwatch.rules.framework;

import java.util.List;
import java.util.stream.Collectors;

/** The coverage as {@code docs/rules-coverage.md}. */
public final class CoveragePage {

  private CoveragePage() {}

  /** The page, whole. */
  public static String of(Coverage coverage) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # What the rules cover · 规则覆盖情况

        Generated from the library and from the lists in `rules-library/framework` by
        `./fundwatch rules coverage --write`; a test compares. A rule is active when at least one active rule of
        the library implements it; where settlements do not tell, the source that would be needed is named.
        本页由规则库生成：已启用的列出本库规则编号；仅凭结算数据无法判断的，写明需要什么数据。

        | list · 清单 | rules · 规则数 | active · 已启用 |
        |---|---|---|
        """);
    count(page, "两库规则 1.0 版 · framework 1.0", rules10(coverage), coverage.active10());
    count(page, "两库规则 2025 年版 · framework 2025", rules2025(coverage), coverage.active2025());
    count(page, "本库目录 · catalogue", catalogue(coverage, false), coverage.activeCatalogue());
    count(page, "数据质量关口 · data gates", catalogue(coverage, true), coverage.activeGates());
    page.append(
        """

        ## 国家两库规则 · National framework

        | 名称 | 类别 | 编码 | 版本 | 状态 |
        |---|---|---|---|---|
        """);
    for (Coverage.National one : coverage.national()) {
      NationalRule rule = one.rule();
      page.append(
          "| %s | %s/%s | %s | %s | %s |%n"
              .formatted(
                  rule.renamed().isEmpty()
                      ? rule.name()
                      : rule.name() + "（2025 年版：" + rule.renamed() + "）",
                  rule.ruleClass(),
                  rule.subclass(),
                  rule.code().isEmpty() ? "–" : rule.code(),
                  editions(rule),
                  state(one.state(), one.ours(), "", rule.gap())));
    }
    page.append(
        """

        ## 本库目录 · Catalogue

        | 编号 | 名称 | 状态 |
        |---|---|---|
        """);
    for (Coverage.Catalogued one : coverage.catalogue()) {
      CatalogueRule rule = one.rule();
      page.append(
          "| %s | %s | %s |%n"
              .formatted(
                  rule.id(), rule.name(), state(one.state(), one.ours(), rule.gate(), rule.gap())));
    }
    return page.toString();
  }

  private static void count(StringBuilder page, String list, long all, long active) {
    page.append("| %s | %d | %d |%n".formatted(list, all, active));
  }

  private static long rules10(Coverage coverage) {
    return coverage.national().stream().filter(one -> one.rule().in10()).count();
  }

  private static long rules2025(Coverage coverage) {
    return coverage.national().stream().filter(one -> one.rule().in2025()).count();
  }

  private static long catalogue(Coverage coverage, boolean gates) {
    return coverage.catalogue().stream().filter(one -> one.rule().isDataGate() == gates).count();
  }

  private static String editions(NationalRule rule) {
    return rule.in10() && rule.in2025() ? "1.0, 2025" : rule.in10() ? "1.0" : "2025";
  }

  private static String state(Coverage.State state, List<String> ours, String gate, Gap gap) {
    return switch (state) {
      case ACTIVE -> {
        String ids = ours.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
        yield ids.isEmpty() ? gate : gate.isEmpty() ? ids : ids + "; " + gate;
      }
      case NOT_COMPUTABLE ->
          "不可计算 not computable: %s。需要 needed: %s".formatted(gap.why(), gap.needed());
      case OPEN -> "**未覆盖 open**";
    };
  }
}

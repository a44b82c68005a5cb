package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleLibrary;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.source.RuleDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one rule, whole. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a rule: what it says about itself, its thresholds and its expressions.")
final class RulesShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ID", description = "Such as IP01-split-admission.")
  private String id = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
  private @Nullable Path folder;

  @Override
  public Integer call() throws CommandFailure {
    try {
      show(RuleLibrary.document(RuleSource.bundle(folder), id));
      return ExitCode.OK;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private void show(RuleDocument rule) {
    RuleInfo info = rule.info();
    out().println("%s, version %d".formatted(info.id(), info.version()));
    line("name", info.nameZh() + " / " + info.nameEn());
    line("official code", info.officialCode());
    line("covers", String.join(", ", info.covers()));
    line("family", info.family());
    line("status", word(info.status()));
    line("successor", info.successor());
    line("outcome", word(info.outcome()));
    line("subject", info.subject());
    line("phases", String.join(", ", info.phases()));
    line("visits", orAll(info.visitTypes()));
    line("insurance", orAll(info.insuranceTypes()));
    line("valid from", info.validFrom());
    line("valid to", info.validTo());
    line("owner", info.owner());
    info.legalBasis().forEach(basis -> line("basis", basis));
    line("detects", info.detects());
    line("misses", info.misses());
    line("false positives", info.falsePositives());
    line("on site", info.onSite());
    for (RuleInfo.ParameterInfo parameter : info.parameters()) {
      line(
          "param." + parameter.name(),
          "%s %s (%s): %s"
              .formatted(
                  parameter.value(),
                  parameter.unit(),
                  word(parameter.provenance()),
                  parameter.meaning()));
      parameter.overlays().forEach(overlay -> line("", overlay));
    }
    for (RuleDocument.FactText fact : rule.facts()) {
      line("fact " + fact.name(), fact.value().text());
    }
    line("condition", info.condition());
    for (RuleInfo.ExceptionInfo exception : info.exceptions()) {
      line("unless " + exception.name(), exception.when() + " (" + exception.why() + ")");
    }
    line("silenced by", String.join(", ", info.silencedBy()));
    line("amount", rule.amount() == null ? "" : rule.amount().text());
    line("sentence", rule.sentenceZh().text());
    line("", rule.sentenceEn().text());
    out().flush();
  }

  private void line(String name, String text) {
    if (!text.isEmpty()) {
      out().println("  %-28s %s".formatted(name, text.replace("\n", " ")));
    }
  }

  private static String orAll(List<String> texts) {
    return texts.isEmpty() ? "all" : String.join(", ", texts);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleLibrary;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.explain.Explanation;
import org.fundwatch.rules.judge.EventFacts;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.judge.RuleProbe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells step by step why a rule does or does not fire. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Evaluates one rule on settlements or on one of its cases and tells each step.",
      "Shown first are the subjects on which it fires, then those on which it comes closest."
    })
final class RulesExplainCommand implements Callable<Integer> {

  private static final Comparator<Explanation> CLOSEST =
      Comparator.<Explanation, Boolean>comparing(one -> one.finding().isEmpty())
          .thenComparing(one -> !one.applies())
          .thenComparing(one -> one.reached(), Comparator.reverseOrder());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ID", description = "Such as IP01-split-admission.")
  private String id = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
  private @Nullable Path folder;

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = "--subjects",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many subjects to show (default: 3).")
  private int subjects;

  /** Where the facts come from. */
  private static final class Source {
    @Option(
        names = "--event",
        required = true,
        paramLabel = "FILE",
        description = "National JSON lines, plain or gzip: all that is to be known.")
    private @Nullable Path event;

    @Option(
        names = "--case",
        required = true,
        paramLabel = "NAME",
        description = "One of the rule's own cases.")
    private @Nullable String named;
  }

  @Override
  public Integer call() throws CommandFailure {
    try {
      RuleBundle bundle = RuleSource.bundle(folder);
      RuleProbe probe = RuleLibrary.probe(bundle, id);
      List<Explanation> all =
          facts(bundle).stream()
              .flatMap(facts -> probe.on(facts).stream())
              .sorted(CLOSEST)
              .toList();
      long fires = all.stream().filter(one -> one.finding().isPresent()).count();
      out().println("%s: subjects: %d, fires on: %d".formatted(id, all.size(), fires));
      all.stream().limit(subjects).forEach(this::print);
      out().flush();
      return ExitCode.OK;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private List<Facts> facts(RuleBundle bundle) throws CommandFailure, RuleSetException {
    if (source.named != null) {
      return List.of(RuleLibrary.caseFacts(bundle, id, source.named));
    }
    return source.event == null ? List.of() : EventFacts.of(EventFile.read(source.event));
  }

  private void print(Explanation one) {
    out().println();
    out().println(one.subject() + " " + String.join(" ", one.anchors()));
    section("is it judged?", one.checks());
    values("parameters", one.parameters());
    values("facts", one.facts());
    section("condition, all must hold", one.parts());
    section("exceptions, none may hold", one.exceptions());
    if (one.finding().isEmpty()) {
      out().println("  => stays quiet");
      return;
    }
    Finding finding = one.finding().get();
    out()
        .println(
            "  => fires: %s yuan, confidence %.2f"
                .formatted(Fen.toYuan(finding.amountFen()), finding.confidence()));
    out().println("     " + finding.sentenceZh());
    out().println("     " + finding.sentenceEn());
  }

  private void section(String title, List<Explanation.Step> steps) {
    if (!steps.isEmpty()) {
      out().println("  " + title);
    }
    for (Explanation.Step step : steps) {
      String answer =
          switch (step.answer()) {
            case YES -> "yes";
            case NO -> "no";
            case FAILS -> "fails";
          };
      out()
          .println(
              "    %-5s %s%s"
                  .formatted(
                      answer,
                      step.text().replaceAll("\\s+", " "),
                      step.note().isEmpty() ? "" : "  (" + step.note() + ")"));
    }
  }

  private void values(String title, List<Explanation.Value> values) {
    if (!values.isEmpty()) {
      out().println("  " + title);
    }
    for (Explanation.Value value : values) {
      out()
          .println(
              "    %-28s %s %s"
                  .formatted(value.name(), value.text(), value.unit())
                  .stripTrailing());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleIssue;
import org.fundwatch.rules.RuleLibrary;
import org.fundwatch.rules.RuleSetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What rule authors need: check, run the cases, list. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks, tests, lists, compares and publishes rules.",
    subcommands = {
      RulesShowCommand.class,
      RulesExplainCommand.class,
      RulesCoverageCommand.class,
      RulesLockCommand.class,
      RulesBacktestCommand.class,
      RulesImportCommand.class,
      RulesKnowledgeCommand.class,
      RulesPublishCommand.class,
      RulesStatusCommand.class
    })
final class RulesCommand {

  private static final Pattern VALIDITY = Pattern.compile("(?m)^valid: .*$");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description = "Lists every mistake with its place; exit code 1 where there is one.")
  int lint(
      @Parameters(arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
          @Nullable Path folder)
      throws CommandFailure {
    List<RuleIssue> issues = RuleLibrary.lint(RuleSource.bundle(folder));
    issues.forEach(issue -> out().println(issue));
    out().println(issues.isEmpty() ? "no mistakes" : issues.size() + " mistakes");
    return issues.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Runs every rule's cases; exit code 1 where one is not as it states.")
  int test(
      @Parameters(arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
          @Nullable Path folder)
      throws CommandFailure {
    try {
      List<RuleLibrary.CaseResult> results = RuleLibrary.test(RuleSource.bundle(folder));
      for (RuleLibrary.CaseResult result : results) {
        for (String problem : result.problems()) {
          out().println("%s: %s: %s".formatted(result.rule(), result.name(), problem));
        }
      }
      long failed = results.stream().filter(result -> !result.passed()).count();
      out().println("%d cases, %d failed".formatted(results.size(), failed));
      return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists every rule: id, status, how sure it can be, and its names.")
  int list(
      @Parameters(arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
          @Nullable Path folder)
      throws CommandFailure {
    try {
      RuleBundle bundle = RuleSource.bundle(folder);
      List<RuleInfo> rules = RuleCompiler.compile(bundle).rules();
      for (RuleInfo rule : rules) {
        out()
            .println(
                "%-36s v%-3d %-10s %-10s %s / %s"
                    .formatted(
                        rule.id(),
                        rule.version(),
                        rule.status().name().toLowerCase(Locale.ROOT),
                        rule.outcome().name().toLowerCase(Locale.ROOT),
                        rule.nameZh(),
                        rule.nameEn()));
      }
      out().println("%d rules, rule-set %s".formatted(rules.size(), bundle.version()));
      return ExitCode.OK;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the built-in library to a folder, to be changed and judged by.")
  int export(
      @Parameters(paramLabel = "FOLDER", description = "An empty or new folder.") Path folder,
      @Option(
              names = "--any-date",
              description =
                  "Without the dates from which rules hold, to try them on data from before.")
          boolean anyDate)
      throws CommandFailure {
    try {
      if (Files.exists(folder.resolve("rules"))) {
        throw new CommandFailure(folder + ": has rules already; an empty or new folder");
      }
      for (Map.Entry<String, String> file : RuleBundle.builtIn().files().entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(
            target,
            anyDate
                ? VALIDITY.matcher(file.getValue()).replaceAll("valid: {from: 1900-01-01}")
                : file.getValue());
      }
      out().println("written to " + folder);
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

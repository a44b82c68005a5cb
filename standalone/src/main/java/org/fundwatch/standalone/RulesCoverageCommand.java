package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.framework.Coverage;
import org.fundwatch.rules.framework.CoveragePage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How much of the national framework and of the catalogue a library judges. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = "Counts which rules of the national framework and of our catalogue are active.")
final class RulesCoverageCommand implements Callable<Integer> {

  private static final Path PAGE = Path.of("docs", "rules-coverage.md");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
  private @Nullable Path folder;

  @Option(names = "--write", description = "Write docs/rules-coverage.md anew.")
  private boolean write;

  @Override
  public Integer call() throws CommandFailure {
    try {
      Coverage coverage = Coverage.of(RuleCompiler.compile(RuleSource.bundle(folder)).rules());
      PrintWriter out = spec.commandLine().getOut();
      out.println("framework 1.0:  %3d of 79 rules active".formatted(coverage.active10()));
      out.println("framework 2025: %3d of 88 rules active".formatted(coverage.active2025()));
      out.println("catalogue:      %3d of 112 rules active".formatted(coverage.activeCatalogue()));
      out.println("data gates:     %3d of 8 active".formatted(coverage.activeGates()));
      coverage.open().forEach(name -> out.println("open: " + name));
      coverage.stale().forEach(name -> out.println("active, yet listed as impossible: " + name));
      if (write) {
        Path page = Path.of(System.getProperty("fundwatch.home", "")).resolve(PAGE);
        Files.writeString(page, CoveragePage.of(coverage));
        out.println("written to " + page);
      }
      return ExitCode.OK;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    } catch (IOException e) {
      throw new CommandFailure(PAGE + ": cannot be written: " + e.getMessage(), e);
    }
  }
}

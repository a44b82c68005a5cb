package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fundwatch.rules.release.Difference;
import org.fundwatch.rules.release.KnowledgeFiles;
import org.fundwatch.rules.release.ReleaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be asked of knowledge tables. */
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Compares knowledge tables and releases.")
final class RulesKnowledgeCommand {

  private static final String STATE =
      "A table (CSV), a folder of tables, a rule library, or a release (xlsx, xls, CSV).";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "Lists what was added, removed and changed, with old and new cells.")
  int diff(
      @Parameters(paramLabel = "OLD", description = STATE) Path before,
      @Parameters(paramLabel = "NEW", description = STATE) Path after,
      @Option(names = "--all", description = "Show every change, not the first 20 of each table.")
          boolean all)
      throws CommandFailure {
    for (Path path : List.of(before, after)) {
      if (!Files.exists(path)) {
        throw new CommandFailure(path + ": not found");
      }
    }
    try {
      List<Difference> differences = KnowledgeFiles.compare(before, after);
      for (Difference difference : differences) {
        Differences.print(spec.commandLine().getOut(), difference, all);
      }
      if (differences.isEmpty()) {
        spec.commandLine().getOut().println("no difference");
      }
      return ExitCode.OK;
    } catch (ReleaseException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage() + ": cannot be read", e);
    }
  }
}

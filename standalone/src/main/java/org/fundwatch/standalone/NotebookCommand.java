package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.fundwatch.notebooks.kernel.KernelSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the analyst's notebooks. */
@Command(
    name = "notebook",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Tells Jupyter how to run the notebooks.")
final class NotebookCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "install",
      mixinStandardHelpOptions = true,
      description = {
        "Tells Jupyter how to start the kernel 'Fundwatch (Java)': the Java that runs this",
        "command, with all of Fundwatch on its class path."
      })
  int install(
      @Option(
              names = "--to",
              paramLabel = "FOLDER",
              description = "A folder of Jupyter's data path (default: the user's own).")
          @Nullable Path to)
      throws CommandFailure {
    Path data =
        to != null ? to : Path.of(System.getProperty("user.home"), ".local", "share", "jupyter");
    String java = ProcessHandle.current().info().command().orElse("java");
    try {
      Path file = KernelSpec.install(data, java, System.getProperty("java.class.path"));
      spec.commandLine().getOut().println("installed " + file);
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(data + ": cannot be written: " + e.getMessage(), e);
    }
  }
}

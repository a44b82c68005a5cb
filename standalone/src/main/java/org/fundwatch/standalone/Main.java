package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.fundwatch.embedded.EmbeddedServerException;
import org.fundwatch.standalone.house.HouseException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The command line of Fundwatch. */
@Command(
    name = "fundwatch",
    description = "Fraud and anomaly detection for the supervision of the medical-insurance fund.",
    mixinStandardHelpOptions = true,
    version = "fundwatch 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ServeCommand.class,
      IngestCommand.class,
      JudgeCommand.class,
      BackfillCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      RulesCommand.class,
      BaselinesCommand.class,
      DeadLettersCommand.class,
      TopicsCommand.class,
      UsersCommand.class,
      JournalCommand.class,
      NotebookCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 could not be done, 2 called wrongly, 3 done but rows were refused,",
      "130 stopped."
    })
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Before anything logs: Spring would otherwise lay out the logging anew.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    int code =
        commandLine(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments);
    System.exit(code);
  }

  /** The command line with its output going to the given writers. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::explain);
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    if (failure instanceof CommandFailure
        || failure instanceof HouseException
        || failure instanceof EmbeddedServerException) {
      command.getErr().println(name + ": " + failure.getMessage());
    } else {
      LoggerFactory.getLogger(Main.class).error("{} failed", name, failure);
      command
          .getErr()
          .println(name + ": " + failure + " (a fault of Fundwatch; the details are in its log)");
    }
    return ExitCode.FAILED;
  }
}

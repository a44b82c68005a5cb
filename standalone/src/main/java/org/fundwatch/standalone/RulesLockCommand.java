package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleLock;
import org.fundwatch.rules.RuleSetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes down what each rule says at its version. */
@Command(
    name = "lock",
    mixinStandardHelpOptions = true,
    description = {
      "Writes rules.lock beside a library: each rule's version and a hash of its text.",
      "Refuses when a rule changed and its version did not grow."
    })
final class RulesLockCommand implements Callable<Integer> {

  private static final String LOCK = "rules.lock";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Folder with rules/ (default: rules-library of this project).")
  private @Nullable Path folder;

  @Override
  public Integer call() throws CommandFailure {
    Path library =
        folder != null
            ? folder
            : Path.of(System.getProperty("fundwatch.home", "")).resolve("rules-library");
    Path file = library.resolve(LOCK);
    PrintWriter out = spec.commandLine().getOut();
    try {
      RuleBundle bundle = RuleSource.bundle(library);
      var unused = RuleCompiler.compile(bundle);
      RuleLock next = RuleLock.of(bundle);
      RuleLock lock = RuleLock.parse(Files.exists(file) ? Files.readString(file) : "");
      List<String> refusals = lock.refusals(next);
      if (!refusals.isEmpty()) {
        refusals.forEach(out::println);
        throw new CommandFailure(
            "%s: not written: %d rules changed under their version"
                .formatted(file, refusals.size()));
      }
      Files.writeString(file, next.text());
      out.println("%d rules locked, %s".formatted(next.rules().size(), file));
      return ExitCode.OK;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    } catch (IllegalArgumentException | IOException e) {
      throw new CommandFailure(file + ": " + e.getMessage(), e);
    }
  }
}

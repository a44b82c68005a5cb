package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.RulePublisher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands the running job other rules. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the rules and knowledge of a folder and hands them to the running job, which switches"
          + " without a stop and judges by them all that it keeps.",
      "Who has switched: ./fundwatch rules status."
    })
final class RulesPublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = RuleSource.FOLDER)
  private @Nullable Path folder;

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    RuleBundle bundle = RuleSource.checked(folder);
    RulePublisher.publish(common.brokers(), bundle);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "published rule-set %s, knowledge %s"
            .formatted(bundle.version(), bundle.knowledgeVersion()));
    return ExitCode.OK;
  }
}

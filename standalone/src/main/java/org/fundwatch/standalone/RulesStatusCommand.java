package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.RunningRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks who runs which rules. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which rules and knowledge each part of each desk runs, since when, who refused a"
          + " bundle and why, and which rules fail.",
      "Exit code 0 when every part runs what is published, else 1."
    })
final class RulesStatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--counts",
      description = "Also how often each rule was asked, fired, took back, failed; lag by desk.")
  private boolean counts;

  @Option(
      names = "--samples",
      paramLabel = "RULE",
      description =
          "The last of what a rule on trial would have said: alert, institution, day, amount.")
  private @Nullable String samples;

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    RuleStatusPage page = new RuleStatusPage(RunningRules.read(common.brokers()));
    PrintWriter out = spec.commandLine().getOut();
    page.parts().forEach(out::println);
    if (counts) {
      page.counts().forEach(out::println);
    }
    if (samples != null) {
      page.samples(samples).forEach(out::println);
    }
    out.println(page.summary());
    return page.switched() ? ExitCode.OK : ExitCode.FAILED;
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleIssue;
import org.fundwatch.rules.RuleLibrary;
import org.fundwatch.rules.release.Registry;
import org.fundwatch.rules.release.RegistryReader;
import org.fundwatch.rules.release.Release;
import org.fundwatch.rules.release.ReleaseException;
import org.fundwatch.rules.release.ReleaseImport;
import org.fundwatch.rules.release.ReleaseReader;
import org.fundwatch.rules.release.TableUpdate;
import org.fundwatch.standalone.house.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes releases of the regulator and registries into a rule library. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the regulator's knowledge releases (xlsx, xls, CSV), or a registry, into the knowledge"
          + " tables of a rule library, such as rules export makes it.",
      "Rows of an earlier version of a release that are gone end on the day before --from; new ones"
          + " begin on it. With rows that are not understood nothing is written, unless"
          + " --accept-partial takes the rest.",
      "Person numbers in registries are replaced by tokens, under the key of the data folder."
    })
final class RulesImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Releases, or a registry.")
  private List<Path> files = List.of();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      required = true,
      description = "Rule library with rules/ and knowledge/.")
  private Path to = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "DAY",
      required = true,
      description = "First day of service on which it holds, such as 2025-05-23.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--release",
      paramLabel = "NAME",
      description =
          "What the release is called in all its versions (default: the file's name without its"
              + " ending; of a registry its word).")
  private @Nullable String release;

  @Option(
      names = "--region",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Where it holds: first digits of the region code (default: everywhere).")
  private String region = "";

  @Option(
      names = "--registry",
      paramLabel = "KIND",
      description =
          "The file is a registry: institutions, doctors, person-status, deaths or holidays; or a"
              + " list that stays are grouped by: mcc, cc, cc-exclusions, adrg-definitions,"
              + " drg-groups, drg-weights, dip-points, payment-rates or payment-standards.")
  private @Nullable String registry;

  @Option(
      names = "--accept-partial",
      description = "Load what is understood; exit code 3 where rows were refused.")
  private boolean acceptPartial;

  @Option(names = "--dry-run", description = "Read, check and compare; write nothing.")
  private boolean dryRun;

  @Option(names = "--all", description = "Show every change, not the first 20 of each table.")
  private boolean all;

  @Override
  public Integer call() throws CommandFailure {
    check();
    RuleBundle library = RuleSource.bundle(to);
    try {
      ReleaseImport intake = new ReleaseImport(library);
      long refused = 0;
      for (Path file : files) {
        refused += add(intake, file);
      }
      intake.differences().forEach(difference -> Differences.print(out(), difference, all));
      report(intake);
      if (refused > 0 && !acceptPartial) {
        throw new CommandFailure(
            refused + " rows not understood, nothing written; --accept-partial loads the others");
      }
      check(intake.library());
      if (!dryRun) {
        write(library, intake.library());
      }
      out().println(dryRun ? "nothing written: --dry-run" : "written to " + to);
      return refused > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
    } catch (ReleaseException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage() + ": cannot be read or written", e);
    }
  }

  private void check() {
    if (!region.matches("[0-9]{0,6}")) {
      throw wrong("--region: '" + region + "'; up to 6 digits");
    }
    if (registry != null) {
      try {
        Registry.ofWord(registry);
      } catch (IllegalArgumentException e) {
        throw wrong("--registry: " + e.getMessage());
      }
    }
    if (files.size() > 1 && (release != null || registry != null)) {
      throw wrong("--release, --registry: " + files.size() + " files; one");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int add(ReleaseImport intake, Path file)
      throws IOException, ReleaseException, CommandFailure {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(file + ": not found");
    }
    Release read;
    if (registry == null) {
      read = ReleaseReader.read(file);
      intake.add(read, terms(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "")));
    } else {
      Registry kind = Registry.ofWord(registry);
      read = RegistryReader.read(kind, file, tokens());
      intake.add(kind, read, terms(kind.word()));
    }
    out()
        .println(
            "%s: %d rows read, %d understood, %d refused"
                .formatted(file, read.read(), read.understood(), read.refusals().size()));
    read.refusals().forEach(refusal -> out().println("refused: " + refusal));
    return read.refusals().size();
  }

  private TableUpdate.Terms terms(String usualName) {
    return new TableUpdate.Terms(release == null ? usualName : release, from, region);
  }

  private UnaryOperator<String> tokens() throws CommandFailure, IOException {
    String key = Secrets.personKey(common.settings().data().secrets());
    return new PersonTokens(HexFormat.of().parseHex(key))::token;
  }

  private void report(ReleaseImport intake) {
    if (intake.superseded() > 0) {
      out().println("%d authored rows gave way to published ones".formatted(intake.superseded()));
    }
    for (String table : intake.unused()) {
      out().println("note: no rule of " + to + " looks into " + table);
    }
  }

  private static void check(RuleBundle library) throws CommandFailure {
    List<RuleIssue> issues = RuleLibrary.lint(library);
    if (!issues.isEmpty()) {
      throw new CommandFailure(
          "nothing written: the library would have %d mistakes, the first: %s"
              .formatted(issues.size(), issues.get(0)));
    }
  }

  // All new files lie ready before the first takes its place.
  private void write(RuleBundle before, RuleBundle after) throws IOException {
    List<Path> ready = new ArrayList<>();
    for (Map.Entry<String, String> file : after.files().entrySet()) {
      if (!file.getValue().equals(before.files().get(file.getKey()))) {
        Path target = to.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target.resolveSibling(target.getFileName() + ".new"), file.getValue());
        ready.add(target);
      }
    }
    for (Path target : ready) {
      Files.move(
          target.resolveSibling(target.getFileName() + ".new"),
          target,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

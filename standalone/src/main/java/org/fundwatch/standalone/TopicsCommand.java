package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.Brokers;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.RunningFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The topics that brokers of one's own must have: shown, made, checked. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows, makes and checks the topics of Kafka.")
final class TopicsCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** How the topics are to be. */
  static final class Wanted {
    @Option(
        names = "--partitions",
        paramLabel = "N",
        description = {
          "Partitions of settlements and alerts (default: the setting kafka.partitions).",
          "Choose once: more of them later would move keys."
        })
    private @Nullable Integer partitions;

    @Option(
        names = "--replicas",
        paramLabel = "N",
        description = "Copies of each partition (default: the setting kafka.replicas).")
    private @Nullable Integer replicas;

    @Option(
        names = "--client",
        paramLabel = "FILE",
        description = "Settings of the Kafka client, such as security.protocol; properties.")
    private @Nullable Path client;

    int partitions(Settings settings) throws CommandFailure {
      return least1("--partitions", partitions, settings.number(Setting.KAFKA_PARTITIONS));
    }

    int replicas(Settings settings) throws CommandFailure {
      return least1("--replicas", replicas, settings.number(Setting.KAFKA_REPLICAS));
    }

    private static int least1(String option, @Nullable Integer given, int otherwise)
        throws CommandFailure {
      if (given != null && given < 1) {
        throw new CommandFailure("%s %d: at least 1".formatted(option, given));
      }
      return given == null ? otherwise : given;
    }

    Map<String, String> client() throws CommandFailure {
      Properties properties = new Properties();
      if (client != null) {
        try (Reader in = Files.newBufferedReader(client)) {
          properties.load(in);
        } catch (IOException e) {
          throw new CommandFailure("--client " + client + ": cannot be read", e);
        }
      }
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "The topics with all their settings, as YAML; asks no broker.")
  int show(@Mixin CommonOptions common, @Mixin Wanted wanted) throws CommandFailure {
    Settings settings = common.settings();
    out().print(HouseTopics.yaml(wanted.partitions(settings), wanted.replicas(settings)));
    out().flush();
    return ExitCode.OK;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes the topics that are missing; leaves the others as they are.")
  int create(@Mixin CommonOptions common, @Mixin Wanted wanted)
      throws CommandFailure, HouseException, InterruptedException {
    Settings settings = common.settings();
    List<String> made =
        Brokers.makeMissing(
            brokers(settings),
            wanted.client(),
            HouseTopics.all(wanted.partitions(settings)),
            wanted.replicas(settings));
    made.forEach(topic -> out().println("made: " + topic));
    return check(common, wanted);
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Compares the topics of the brokers with what they must be; 1 if they differ.")
  int check(@Mixin CommonOptions common, @Mixin Wanted wanted)
      throws CommandFailure, HouseException, InterruptedException {
    Settings settings = common.settings();
    List<String> faults =
        Brokers.faults(
            brokers(settings),
            wanted.client(),
            HouseTopics.all(wanted.partitions(settings)),
            wanted.replicas(settings));
    faults.forEach(out()::println);
    out().println(faults.isEmpty() ? "all topics are as they must be" : faults.size() + " faults");
    return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String brokers(Settings settings) throws CommandFailure {
    try {
      String brokers = RunningFile.brokers(settings);
      if (brokers.isEmpty()) {
        throw new CommandFailure(
            "Kafka: nothing runs on %s; name brokers with --kafka"
                .formatted(settings.data().root()));
      }
      return brokers;
    } catch (IOException e) {
      throw new CommandFailure(settings.data().running() + ": " + e.getMessage(), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.fundwatch.alertapi.journal.JournalTool;
import org.fundwatch.alertapi.journal.StreamFault;
import org.fundwatch.alertapi.journal.Verdict;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.RunningFile;
import org.fundwatch.standalone.house.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What people did: proof that nobody changed it, and the indices made from it anew. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks what people did, and makes the indices anew from the topics.")
final class JournalCommand {

  private static final long POLL_MILLIS = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Checks every entry of the journal against the one before it, the heads of the streams,",
        "and the topics. Exit code 0 when nothing was changed, removed, moved or cut off, else 1."
      })
  int verify(
      @Mixin CommonOptions common,
      @Option(
              names = "--stream",
              paramLabel = "KIND/ID",
              description = "Only this stream, such as CASE/C2026-000001.")
          @Nullable String stream)
      throws CommandFailure {
    try (JournalTool journal = JournalTool.open(journalSettings(common.settings()))) {
      Verdict verdict = journal.verify(stream);
      for (StreamFault fault : verdict.faults()) {
        out()
            .println("%s, entry %d: %s".formatted(fault.stream(), fault.sequence(), fault.found()));
      }
      out()
          .println(
              "%d streams, %d entries, %d faults"
                  .formatted(verdict.streams(), verdict.entries(), verdict.faultCount()));
      return verdict.faultCount() == 0 ? ExitCode.OK : ExitCode.FAILED;
    } catch (IllegalArgumentException | SearchUnavailableException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (KafkaException e) {
      throw new CommandFailure("Kafka: no answer: " + e.getMessage(), e);
    }
  }

  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      description = {
        "Removes the indices and fills them from the topics: cases, alerts, reports, all that",
        "people did. Stop the services first; they run meanwhile and are stopped at the end."
      })
  int rebuild(@Mixin CommonOptions common)
      throws CommandFailure, HouseException, InterruptedException {
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    CountDownLatch stop = new CountDownLatch(1);
    StopSignal signal = new StopSignal(stop::countDown);
    try (Opening opening = Opening.rebuilding(settings, out())) {
      while (!opening.house().filled()) {
        if (stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new CommandFailure("stopped before all was filled; the next start goes on with it");
        }
      }
      out().println("indices filled from the topics");
    } finally {
      signal.workEnded();
    }
    return ExitCode.OK;
  }

  private static Map<String, String> journalSettings(Settings settings) throws CommandFailure {
    try {
      String search =
          settings.has(Setting.ELASTICSEARCH_URL)
              ? settings.get(Setting.ELASTICSEARCH_URL)
              : RunningFile.read(settings.data().running()).map(RunningFile::search).orElse("");
      String brokers = RunningFile.brokers(settings);
      if (search.isEmpty() || brokers.isEmpty()) {
        throw new CommandFailure(
            "nothing runs on %s; start it with ./fundwatch up, or name --kafka and --elasticsearch"
                .formatted(settings.data().root()));
      }
      return Map.of(
          "fundwatch.elasticsearch.url",
          search,
          "fundwatch.kafka.bootstrap-servers",
          brokers,
          "fundwatch.journal.key",
          Secrets.journalKey(settings.data().secrets()));
    } catch (IOException e) {
      throw new CommandFailure(settings.data().root() + ": " + e.getMessage(), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.house.DeadLetters;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.standalone.ingest.Feeder;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterSeal;
import org.fundwatch.streaming.intake.Early;
import org.fundwatch.streaming.job.JobSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Events that could not be taken in: what, where, why, and again. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, shows and replays events that the job could not take in.")
final class DeadLettersCommand {

  private static final int PATIENCE_SECONDS = 30;
  private static final Duration SKEW = Duration.parse(JobSettings.defaults().get("clock.skew"));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "One line for each: place, when, reason, faults; no personal data.")
  int list(
      @Mixin CommonOptions common,
      @Mixin DeadLetterFilter filter,
      @Option(names = "--counts", description = "Only how many there are, by reason and field.")
          boolean counts)
      throws CommandFailure, HouseException, InterruptedException {
    Map<String, Long> sums = new TreeMap<>();
    int[] meant = {0};
    DeadLetters.read(
        common.brokers(),
        letter -> {
          if (filter.isMeant(letter)) {
            meant[0]++;
            DeadLetterFilter.kinds(letter).forEach(kind -> sums.merge(kind, 1L, Long::sum));
            if (!counts) {
              out().println(line(letter));
            }
          }
        });
    if (counts) {
      sums.forEach((kind, count) -> out().println("%8d  %s".formatted(count, kind)));
    }
    out().println(meant[0] + " dead letters");
    return ExitCode.OK;
  }

  private static String line(DeadLetter letter) {
    return "%s  %s  %s  %s"
        .formatted(
            letter.place(),
            ShanghaiTime.format(letter.refusedMillis()),
            letter.reason(),
            letter.faults());
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "The event as it was found, opened with the key of the data folder.",
        "It holds personal data: look only where you may, and do not keep it."
      })
  int show(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "PLACE", description = "As list names it: topic[partition]@offset.")
          String place,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "Write its bytes there, also those that are no text.")
          @Nullable Path file)
      throws CommandFailure, HouseException, InterruptedException {
    List<DeadLetter> found = new ArrayList<>();
    DeadLetters.read(
        common.brokers(),
        letter -> {
          if (letter.place().toString().equals(place)) {
            found.add(letter);
          }
        });
    if (!found.isEmpty()) {
      show(open(common, found.get(0)), file);
      return ExitCode.OK;
    }
    throw new CommandFailure("'" + place + "': no dead letter of that place; see: list");
  }

  private void show(byte[] event, @Nullable Path file) throws CommandFailure {
    if (file == null) {
      out().println(new String(event, StandardCharsets.UTF_8));
      return;
    }
    try {
      Files.write(file, event);
    } catch (IOException e) {
      throw new CommandFailure(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = {
        "Sends the events to the job again, those that would be refused again left out.",
        "An event that was taken in meanwhile counts once."
      })
  int replay(@Mixin CommonOptions common, @Mixin DeadLetterFilter filter)
      throws CommandFailure, HouseException, InterruptedException {
    SettlementEventReader reader = new SettlementEventReader();
    long now = Clock.system(ShanghaiTime.ZONE).millis();
    int[] sent = {0};
    int[] left = {0};
    try (KafkaProducer<byte[], byte[]> producer = producer(common.brokers())) {
      DeadLetters.<CommandFailure>read(
          common.brokers(),
          letter -> {
            if (!filter.isMeant(letter)) {
              return;
            }
            byte[] json = open(common, letter);
            if (reader.read(json) instanceof Parsed.Accepted accepted
                && Early.faults(accepted.event(), now, SKEW).isEmpty()) {
              String person = accepted.event().settlement().person().id();
              send(producer, person.getBytes(StandardCharsets.UTF_8), json);
              sent[0]++;
            } else {
              left[0]++;
            }
          });
    }
    out().println("%d sent again, %d still not right".formatted(sent[0], left[0]));
    return left[0] == 0 ? ExitCode.OK : ExitCode.REFUSED_ROWS;
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, byte[] key, byte[] json)
      throws CommandFailure, InterruptedException {
    try {
      var unused =
          producer
              .send(new ProducerRecord<>(HouseTopics.SETTLEMENTS, key, json))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("Kafka: not sent: " + e.getMessage(), e);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(String brokers) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            brokers,
            "acks",
            "all",
            "max.request.size",
            Feeder.MAX_REQUEST_BYTES),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static byte[] open(CommonOptions common, DeadLetter letter) throws CommandFailure {
    try {
      String key = Secrets.deadLetterKey(common.settings().data().secrets());
      return new DeadLetterSeal(HexFormat.of().parseHex(key)).open(letter);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

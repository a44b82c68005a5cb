package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which processes we started, so that a later start finds those that outlived a killed run. A
 * number alone would not do: the system gives it to other programs again, hence the start time.
 */
final class ProcessRecord {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessRecord.class);
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** The system computes start times from its uptime; corrections of the clock shift them. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private ProcessRecord() {}

  /** Notes a process and its children as they are now. */
  static void write(Path file, ProcessHandle process) {
    try {
      Files.writeString(
          file,
          Stream.concat(Stream.of(process), process.descendants())
              .map(handle -> handle.pid() + " " + startMillis(handle).orElse(0L))
              .collect(Collectors.joining("\n", "", "\n")),
          UTF_8);
    } catch (IOException e) {
      throw new EmbeddedServerException(file + ": cannot be written", e);
    }
  }

  /** Stops what an earlier run noted and left; the caller owns the folder by now. */
  static void stopLeftovers(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      var leftovers =
          Files.readAllLines(file, UTF_8).stream().flatMap(line -> find(line).stream()).toList();
      if (!leftovers.isEmpty()) {
        LOG.warn(
            "{}: Elasticsearch of a run that was killed still runs (process {}), stopping it",
            file.getParent(),
            leftovers.get(0).pid());
        stop(leftovers);
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new EmbeddedServerException(file + ": cannot be read or deleted", e);
    }
  }

  /** Asks the first to end, which ends the others in order; kills what is left after a while. */
  static void stop(List<ProcessHandle> processes) {
    var all =
        processes.stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .distinct()
            .toList();
    all.stream().limit(1).forEach(ProcessHandle::destroy);
    if (!ExitWaiter.await(all, GRACE)) {
      LOG.warn("Elasticsearch: did not end in time, killing it");
      all.forEach(ProcessHandle::destroyForcibly);
      ExitWaiter.await(all, GRACE);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    var parts = line.strip().split(" ", 2);
    if (parts.length != 2 || !(parts[0] + parts[1]).chars().allMatch(Character::isDigit)) {
      return Optional.empty(); // cut short by a crash
    }
    var noted = Instant.ofEpochMilli(Long.parseLong(parts[1]));
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                startMillis(process)
                    .map(Instant::ofEpochMilli)
                    .filter(found -> Duration.between(noted, found).abs().compareTo(TOLERANCE) < 0)
                    .isPresent());
  }

  private static Optional<Long> startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }
}

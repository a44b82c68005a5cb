package org.fundwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.SettlementEvent;

/** A few settlements of a file, their persons named by numbers. */
final class EventFile {

  private static final int GZIP_MAGIC = 0x1F;

  private EventFile() {}

  static List<SettlementEvent> read(Path file) throws CommandFailure {
    SettlementEventReader reader = new SettlementEventReader();
    Map<String, String> persons = new HashMap<>();
    List<SettlementEvent> events = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        Parsed parsed = reader.read(line.getBytes(UTF_8));
        if (parsed instanceof Parsed.Accepted sound) {
          String person = sound.event().settlement().person().id();
          events.add(
              sound
                  .event()
                  .withToken(
                      persons.computeIfAbsent(person, any -> "person-" + (persons.size() + 1))));
        } else if (parsed instanceof Parsed.Refused unsound) {
          throw new CommandFailure("%s:%d: %s".formatted(file, number, unsound.faults().get(0)));
        }
      }
      return events;
    } catch (NoSuchFileException e) {
      throw new CommandFailure(file + ": not found", e);
    } catch (IOException e) {
      throw new CommandFailure(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(1);
    int first = in.read();
    in.reset();
    return first == GZIP_MAGIC ? new GZIPInputStream(in) : in;
  }
}

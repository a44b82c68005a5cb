package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.fundwatch.embedded.Ports;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;

/** What the machine must have before anything is started: each lack is one clear sentence. */
public final class Prerequisites {

  /** What broker, job and API take in this process, measured with a simulated month. */
  private static final long OWN_MEGABYTES = 1000;

  private static final long DISK_MEGABYTES = 2000;
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private Prerequisites() {}

  /**
   * Checks memory, disk and ports.
   *
   * @throws HouseException for the first that is lacking
   */
  public static void check(Settings settings) throws HouseException, IOException {
    boolean ownSearch = !settings.has(Setting.ELASTICSEARCH_URL);
    long search = ownSearch ? settings.number(Setting.ELASTICSEARCH_HEAP) * 3L / 2 : 0;
    checkMemory(availableMegabytes(), OWN_MEGABYTES + search);
    Path data = settings.data().root();
    Files.createDirectories(data);
    checkDisk(data, Files.getFileStore(data).getUsableSpace() >> 20);
    if (settings.number(Setting.API_PORT) != 0) {
      int unused = Ports.requireFree(settings.number(Setting.API_PORT), "page and API, --port");
    }
  }

  static void checkMemory(OptionalLong availableMegabytes, long neededMegabytes)
      throws HouseException {
    if (availableMegabytes.isPresent() && availableMegabytes.getAsLong() < neededMegabytes) {
      throw new HouseException(
          ("memory: %d MB available; about %d MB are needed: close other programs, give"
                  + " elasticsearch.heap-mb a smaller value, or use an Elasticsearch elsewhere with"
                  + " --elasticsearch")
              .formatted(availableMegabytes.getAsLong(), neededMegabytes));
    }
  }

  static void checkDisk(Path data, long freeMegabytes) throws HouseException {
    if (freeMegabytes < DISK_MEGABYTES) {
      throw new HouseException(
          "disk: %d MB free for %s; at least %d MB are needed: make room, or take another folder with --data"
              .formatted(freeMegabytes, data, DISK_MEGABYTES));
    }
  }

  private static OptionalLong availableMegabytes() throws IOException {
    if (!Files.isReadable(MEMORY)) {
      return OptionalLong.empty(); // not Linux
    }
    try (Stream<String> lines = Files.lines(MEMORY)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst();
    }
  }
}

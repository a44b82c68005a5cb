package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Says no before the system kills: a server that does not fit takes its neighbours with it. */
final class Memory {
  private static final Path MEMINFO = Path.of("/proc/meminfo");

  private Memory() {}

  /** Checks room for a server with this heap: half as much again for buffers, code and threads. */
  static void require(int heapMegabytes) {
    require(heapMegabytes, availableMegabytes());
  }

  static void require(int heapMegabytes, long availableMegabytes) {
    long needed = heapMegabytes + heapMegabytes / 2L;
    if (availableMegabytes < needed) {
      throw new EmbeddedServerException(
          "memory (Elasticsearch): %d MB available; a heap of %d MB needs %d MB: close other programs or give a smaller heap (256 MB or more)"
              .formatted(availableMegabytes, heapMegabytes, needed));
    }
  }

  /** What programs can still take; the total where the system does not tell. */
  private static long availableMegabytes() {
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    // The limit of a container, or the memory of the machine.
    long total = bean.getTotalMemorySize() >> 20;
    return Math.min(total, available().orElse(total));
  }

  private static OptionalLong available() {
    if (!Files.isReadable(MEMINFO)) {
      return OptionalLong.empty();
    }
    try (var lines = Files.lines(MEMINFO, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}

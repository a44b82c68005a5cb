package org.fundwatch.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a measurement ran on.
 *
 * @param cores that the process may use
 * @param cpu the processor's name
 * @param memoryMegabytes of the machine, or of the container
 * @param system operating system
 * @param java Java machine and version
 * @param heapMegabytes largest heap of this process
 */
public record Machine(
    int cores, String cpu, long memoryMegabytes, String system, String java, long heapMegabytes) {

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** This machine. */
  public static Machine here() throws IOException {
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processor(),
        bean.getTotalMemorySize() >> 20,
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        property("java.vm.name") + " " + property("java.runtime.version"),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** The machine in one sentence. */
  public String sentence() {
    return "%d cores of %s, %.1f GB memory, %s, %s, heap up to %d MB."
        .formatted(cores, cpu, memoryMegabytes / 1024.0, system, java, heapMegabytes);
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(CPUINFO)) {
      return "an unnamed processor";
    }
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("an unnamed processor");
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}

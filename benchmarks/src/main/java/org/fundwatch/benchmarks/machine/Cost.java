package org.fundwatch.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time used so far, by this process and by the servers that it has started (the search
 * node).
 *
 * @param ownNanos of this process: broker, job, API, and the load itself
 * @param serverNanos of the processes that descend from this one
 */
public record Cost(long ownNanos, long serverNanos) {

  /** Up to now. */
  public static Cost now() {
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long servers =
        servers().stream()
            .flatMap(server -> server.info().totalCpuDuration().stream())
            .mapToLong(duration -> duration.toNanos())
            .sum();
    return new Cost(bean.getProcessCpuTime(), servers);
  }

  /** What was used after an earlier moment. */
  public Cost since(Cost earlier) {
    return new Cost(ownNanos - earlier.ownNanos, serverNanos - earlier.serverNanos);
  }

  /** Largest resident memory of this process since its start, in MB; 0 where not told. */
  public static long ownPeakMegabytes() throws IOException {
    return peakMegabytes(ProcessHandle.current());
  }

  /** The same of the servers, added up. */
  public static long serverPeakMegabytes() throws IOException {
    long sum = 0;
    for (ProcessHandle server : servers()) {
      sum += peakMegabytes(server);
    }
    return sum;
  }

  private static List<ProcessHandle> servers() {
    return ProcessHandle.current().descendants().toList();
  }

  private static long peakMegabytes(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    }
  }
}

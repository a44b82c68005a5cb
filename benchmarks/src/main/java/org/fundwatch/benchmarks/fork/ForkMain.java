package org.fundwatch.benchmarks.fork;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The other side of {@link Fork}: does a round for each line that it is told. */
final class ForkMain {

  private static final long LEAST_CPU_NANOS = 1_000_000_000;

  private ForkMain() {}

  /** The maker of the workload, then its arguments. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Workload workload =
        Class.forName(arguments[0])
            .asSubclass(Workload.Maker.class)
            .getDeclaredConstructor()
            .newInstance()
            .make(Arrays.copyOfRange(arguments, 1, arguments.length));
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String question = questions.readLine();
        question != null;
        question = questions.readLine()) {
      long least = question.equals(Fork.ONCE) ? 1 : LEAST_CPU_NANOS;
      out.println(Fork.ANSWER + round(workload, least).toLine());
      out.flush();
    }
  }

  // The system counts processor time in steps of up to 10 ms: short work is done again and again.
  static Round round(Workload workload, long leastCpuNanos) {
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Round sum = Round.NOTHING;
    do {
      Workload.Work work = workload.prepare();
      // Each begins on a heap without the rubbish of the one before.
      System.gc();
      long cpu = bean.getProcessCpuTime();
      long start = System.nanoTime();
      Workload.Result result = work.run();
      long nanos = System.nanoTime() - start;
      sum = sum.plus(new Round(1, bean.getProcessCpuTime() - cpu, nanos, result));
    } while (sum.cpuNanos() < leastCpuNanos);
    return sum;
  }
}

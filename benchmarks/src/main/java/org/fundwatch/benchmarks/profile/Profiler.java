package org.fundwatch.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples the stacks of this process with the JDK's flight recorder. Only running Java code is
 * sampled; time in native code shows in the threads' processor time. Stacks deeper than the
 * recorder's limit lose their outer end: {@code -XX:FlightRecorderOptions=stackdepth=256} helps.
 */
public final class Profiler implements AutoCloseable {

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration EVERY = Duration.ofMillis(20);
  private static final int METHODS = 20;
  private static final double NANOS = 1e9;

  private final Recording recording = new Recording();
  private final ThreadTimes before;

  private Profiler() throws IOException {
    recording.enable(SAMPLE).withPeriod(EVERY);
    before = ThreadTimes.now();
    recording.start();
  }

  /**
   * Starts the recorder once, to be called before what is measured warms up. The JDK's first
   * recording instruments classes of its own, and for that throws away all code that was compiled
   * (24,204 methods in one second, seen in the compiler's log): begun in the middle, it makes the
   * compiler's work of minutes part of the measurement.
   */
  public static void prepare() {
    try (Recording recording = new Recording()) {
      recording.enable(SAMPLE).withPeriod(EVERY);
      recording.start();
    }
  }

  /** Samples from now on. */
  public static Profiler start() throws IOException {
    return new Profiler();
  }

  /** Ends the sampling and says where time went. */
  public Profile stop() throws IOException {
    ThreadTimes after = ThreadTimes.now();
    recording.stop();
    Path file = Files.createTempFile("fundwatch-benchmark", ".jfr");
    try {
      recording.dump(file);
      StackProfile stacks = read(file);
      return new Profile(
          Profile.sorted(after.partsSince(before), NANOS),
          stacks.samples(),
          Profile.sorted(stacks.stages(), 1),
          stacks.hottest(METHODS));
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    recording.close();
  }

  private static StackProfile read(Path file) throws IOException {
    StackProfile profile = new StackProfile();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
          List<String> stack =
              event.getStackTrace().getFrames().stream()
                  .map(frame -> name(frame.getMethod()))
                  .toList();
          if (!stack.isEmpty()) {
            profile.add(stack);
          }
        }
      }
    }
    return profile;
  }

  private static String name(RecordedMethod method) {
    return method.getType().getName() + "." + method.getName();
  }
}

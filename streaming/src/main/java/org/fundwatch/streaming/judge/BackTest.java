package org.fundwatch.streaming.judge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.fundwatch.streaming.job.TopicRange;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.fundwatch.streaming.judging.RulesJudgeMaker;

/** Judges history by the same job as the stream, and tells how far it is. */
public final class BackTest {

  private static final int BUFFER = 1 << 16;
  private static final long EVERY_MILLIS = 300;

  private BackTest() {}

  /**
   * The work that one judgement of files is: each line is read once and judged once.
   *
   * @throws IOException when an input is missing or unreadable
   */
  public static long work(List<Path> inputs) throws IOException {
    long lines = 0;
    byte[] buffer = new byte[BUFFER];
    for (FileRef file : InputFiles.of(inputs)) {
      try (InputStream in = new BufferedInputStream(ReadLines.open(file))) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          for (int i = 0; i < read; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
          }
        }
      }
    }
    return 2 * lines;
  }

  /**
   * Judges by rules alone. The models of the request are not asked.
   *
   * @param progress told now and then how much of {@link #work} is done
   * @throws IOException when an input is missing or unreadable, or the output cannot be written
   */
  public static JudgeResult run(JudgeRequest request, LongConsumer progress) throws IOException {
    return run(request, RulesJudgeMaker::new, progress);
  }

  /**
   * The same with the models of the request.
   *
   * @throws IOException when an input is missing or unreadable, or the output cannot be written
   */
  public static JudgeResult withModels(JudgeRequest request, LongConsumer progress)
      throws IOException {
    return run(request, passage -> new LibraryJudgeMaker(request.models(), passage), progress);
  }

  private static JudgeResult run(
      JudgeRequest request, Function<Passage, Judge.Maker> maker, LongConsumer progress)
      throws IOException {
    ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
    try (Passage passage = new Passage()) {
      var unused =
          teller.scheduleAtFixedRate(
              () -> progress.accept(passage.count()),
              EVERY_MILLIS,
              EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
      return BatchJudge.run(request, request.rules().toJson(), maker.apply(passage), passage);
    } finally {
      teller.shutdownNow();
    }
  }

  /**
   * Judges what a topic of settlements took in between two moments, with the models of the request;
   * its files are not asked.
   *
   * @throws IOException when the topic cannot be read or the output cannot be written
   */
  public static JudgeResult withModels(
      JudgeRequest request, String servers, String topic, Instant from, Instant until)
      throws IOException {
    String bundle = request.rules().toJson();
    return BatchJudge.run(
        request,
        new TopicRange(servers, topic, from, until, bundle),
        0,
        new LibraryJudgeMaker(request.models()));
  }
}

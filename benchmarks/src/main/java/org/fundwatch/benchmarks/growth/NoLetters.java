package org.fundwatch.benchmarks.growth;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.fundwatch.streaming.intake.DeadLetter;

/** Ends the run at the first message that was refused: it would be measured as a cheap one. */
final class NoLetters implements Sink<DeadLetter> {

  private static final long serialVersionUID = 1;

  @Override
  public SinkWriter<DeadLetter> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(DeadLetter letter, Context context) {
        throw new IllegalStateException(
            "growth: %s was refused: %s".formatted(letter.place(), letter.faults()));
      }

      @Override
      public void flush(boolean end) {}

      @Override
      public void close() {}
    };
  }
}

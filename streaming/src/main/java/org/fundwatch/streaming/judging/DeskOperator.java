package org.fundwatch.streaming.judging;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Runs a desk, and after a change of rules takes it through all its keys.
 *
 * <p>The sweep goes in slices of {@value #SLICE_KEYS} keys or {@value #SLICE_MILLIS} ms, whichever
 * is over first, with a pause after each as long as the slice took: events and checkpoints go on
 * meanwhile with at least half of the task's time, and wait no longer than a slice. It walks over a
 * snapshot of the keys; those that come later are judged by the new rules anyway. A sweep that a
 * restart interrupts begins again, and a key judged twice says nothing twice.
 *
 * <p>Function and timers alone could not do it: only the operator may walk over keys step by step.
 *
 * @param <I> what the desk gets
 */
public final class DeskOperator<I>
    extends CoBroadcastWithKeyedOperator<String, I, String, SubjectChanges> {

  private static final long serialVersionUID = 1;
  private static final int SLICE_KEYS = 64;
  private static final int SLICE_MILLIS = 5;

  private final RuleDesk<I> desk;
  private transient @Nullable Sweep sweep;

  public DeskOperator(RuleDesk<I> desk) {
    super(desk, List.of(RuleDesk.rules()));
    this.desk = desk;
  }

  @Override
  public void open() throws Exception {
    super.open();
    countLater();
    if (desk.behind()) {
      begin();
      later(1);
    }
  }

  @Override
  public void processElement2(StreamRecord<String> bundle) throws Exception {
    super.processElement2(bundle);
    if (desk.behind()) {
      begin();
      slice();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    // The input has ended: no clock will ring any more.
    while (mark.equals(Watermark.MAX_WATERMARK) && sweep != null) {
      step(sweep);
    }
    super.processWatermark(mark);
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      desk.count();
      sendAsides(getProcessingTimeService().getCurrentProcessingTime());
    }
  }

  @Override
  public void close() throws Exception {
    end();
    super.close();
  }

  // Also where no event comes: what was counted before is told.
  private void countLater() {
    ProcessingTimeService clock = getProcessingTimeService();
    var unused =
        clock.registerTimer(
            clock.getCurrentProcessingTime() + RuleDesk.COUNT_EVERY_MILLIS,
            time -> {
              desk.count();
              sendAsides(time);
              countLater();
            });
  }

  private void sendAsides(long now) {
    desk.sendAsides(now, this::output);
  }

  private <T> void output(OutputTag<T> tag, T value) {
    output.collect(tag, new StreamRecord<>(value));
  }

  private void begin() {
    end();
    KeyedStateBackend<String> backend = getKeyedStateBackend();
    Stream<String> keys = backend.getKeys(desk.stateOfAllKeys(), VoidNamespace.INSTANCE);
    // RocksDB walks over a snapshot; a map in memory must not change under the walk.
    Iterator<String> left =
        backend instanceof HeapKeyedStateBackend ? keys.toList().iterator() : keys.iterator();
    sweep = new Sweep(desk.beginSweep(), keys, left);
  }

  private void end() {
    if (sweep != null) {
      sweep.keys.close();
      sweep = null;
    }
  }

  private void slice() throws Exception {
    if (sweep != null) {
      long before = getProcessingTimeService().getCurrentProcessingTime();
      step(sweep);
      later(getProcessingTimeService().getCurrentProcessingTime() - before);
    }
  }

  private void later(long pauseMillis) {
    ProcessingTimeService clock = getProcessingTimeService();
    Sweep of = sweep;
    if (of != null) {
      long at = clock.getCurrentProcessingTime() + Math.max(1, pauseMillis);
      var unused = clock.registerTimer(at, time -> goOn(of));
    }
  }

  // The timer of a sweep that another one has replaced comes to nothing.
  @SuppressWarnings("ReferenceEquality")
  private void goOn(Sweep of) throws Exception {
    if (of == sweep) {
      slice();
    }
  }

  private void step(Sweep of) throws Exception {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    TimestampedCollector<SubjectChanges> out = new TimestampedCollector<>(output);
    for (int i = 0; i < SLICE_KEYS && !isOver(now) && of.left.hasNext(); i++) {
      String key = of.left.next();
      setCurrentKey(key);
      desk.sweep(key, of.since, now, out);
      of.done++;
    }
    if (!of.left.hasNext()) {
      desk.endSweep(of.since, of.done);
      end();
    }
    sendAsides(now);
  }

  private boolean isOver(long begunMillis) {
    return getProcessingTimeService().getCurrentProcessingTime() - begunMillis >= SLICE_MILLIS;
  }

  /** A walk through all keys. */
  private static final class Sweep {
    private final Switch since;
    private final Stream<String> keys;
    private final Iterator<String> left;
    private long done;

    Sweep(Switch since, Stream<String> keys, Iterator<String> left) {
      this.since = since;
      this.keys = keys;
      this.left = left;
    }
  }
}

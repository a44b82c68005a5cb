package org.fundwatch.streaming.testing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that keeps what it gets in this process, where a test reads it.
 *
 * @param id tells one collection from another after the sink has travelled to its tasks
 */
public record Collected<T>(UUID id) implements Sink<T>, Serializable {

  private static final long serialVersionUID = 1;
  private static final Map<UUID, List<Object>> COLLECTIONS = new ConcurrentHashMap<>();

  public Collected() {
    this(UUID.randomUUID());
    COLLECTIONS.put(id, new CopyOnWriteArrayList<>());
  }

  /** What has arrived so far. */
  @SuppressWarnings("unchecked") // only this class puts in, and only values of T
  public List<T> values() {
    return List.copyOf((List<T>) COLLECTIONS.get(id));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    List<Object> values = COLLECTIONS.get(id);
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context ignored) {
        values.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}

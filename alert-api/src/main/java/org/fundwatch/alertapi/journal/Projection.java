package org.fundwatch.alertapi.journal;

import java.util.List;
import java.util.Map;

/**
 * Keeps documents that are derived from streams, such as lists to search in. A Spring bean; asked
 * after each append, again by the relay for entries whose writer died, and for every stream when
 * indices are filled anew. Writing the same again must change nothing, and a shorter history must
 * never replace a longer one.
 */
public interface Projection {
  /** The streams that it is asked about. */
  Kind kind();

  /**
   * Brings what is derived from a stream up to date.
   *
   * @param entries all of the stream in order, 1 or more
   */
  void project(StreamId stream, List<Entry> entries);

  /** The same for many streams; worth doing at once where there can be thousands. */
  default void projectAll(Map<StreamId, List<Entry>> streams) {
    streams.forEach(this::project);
  }
}

package org.fundwatch.streaming.judging;

import java.io.Serializable;

/** Told of each thing that passes; travels to the tasks. */
@FunctionalInterface
public interface Tick extends Serializable {

  /** Tells nobody. */
  Tick SILENT = () -> {};

  /** One more. */
  void one();
}

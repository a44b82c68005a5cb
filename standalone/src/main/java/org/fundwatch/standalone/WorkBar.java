package org.fundwatch.standalone;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on a terminal; nothing elsewhere, where it would fill a log. */
final class WorkBar implements AutoCloseable {

  private final @Nullable ProgressBar bar;

  private WorkBar(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static WorkBar of(String name, long work) {
    return new WorkBar(
        Terminal.present()
            ? new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(work)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build()
            : null);
  }

  /** So much is done. */
  void at(long done) {
    if (bar != null) {
      bar.stepTo(Math.min(done, bar.getMax()));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

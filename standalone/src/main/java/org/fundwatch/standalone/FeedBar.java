package org.fundwatch.standalone;

import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.fundwatch.standalone.ingest.Feeder;
import org.fundwatch.standalone.ingest.SettlementSource;
import org.jspecify.annotations.Nullable;

/** A progress bar on a terminal; nothing elsewhere, where it would fill a log. */
final class FeedBar implements Feeder.Progress, AutoCloseable {

  private static final long MEGABYTE = 1 << 20;

  private final @Nullable ProgressBar bar;

  private FeedBar(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static FeedBar of(Path file, long totalBytes) {
    if (!Terminal.present()) {
      return new FeedBar(null);
    }
    return new FeedBar(
        new ProgressBarBuilder()
            .setTaskName(String.valueOf(file.getFileName()))
            .setInitialMax(totalBytes)
            .setUnit(" MB", MEGABYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(500)
            .build());
  }

  @Override
  public void at(SettlementSource source, long acknowledged, long refusedRows) {
    if (bar != null) {
      bar.stepTo(source.bytes());
      bar.setExtraMessage(" %,d done, %,d refused".formatted(acknowledged, refusedRows));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

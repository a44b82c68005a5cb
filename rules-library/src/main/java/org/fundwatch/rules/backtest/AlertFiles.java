package org.fundwatch.rules.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.jspecify.annotations.Nullable;

/** Walks through two files of alerts, both sorted by id as {@code judge} writes them. */
public final class AlertFiles {

  private AlertFiles() {}

  /**
   * Hands the alerts to a comparison, those of one id together.
   *
   * @throws IOException when a file cannot be read
   */
  public static void compare(Path before, Path after, Comparison comparison) throws IOException {
    try (BufferedReader olds = Files.newBufferedReader(before, UTF_8);
        BufferedReader nows = Files.newBufferedReader(after, UTF_8)) {
      Alert old = next(olds);
      Alert now = next(nows);
      while (old != null || now != null) {
        int order = old == null ? 1 : now == null ? -1 : old.id().compareTo(now.id());
        comparison.add(order <= 0 ? old : null, order >= 0 ? now : null);
        old = order <= 0 ? next(olds) : old;
        now = order >= 0 ? next(nows) : now;
      }
    }
  }

  private static @Nullable Alert next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    return line == null ? null : AlertJson.read(line.getBytes(UTF_8));
  }
}

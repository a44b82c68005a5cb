package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of log files, for messages about a failed start. */
final class LogTail {
  private static final int LINES = 15;
  private static final int WIDTH = 300;

  private LogTail() {}

  static String of(Path... files) {
    var text = new StringBuilder();
    for (var file : files) {
      var lines = lines(file);
      if (!lines.isEmpty()) {
        text.append("\nlast lines of ").append(file).append(":");
        lines
            .subList(Math.max(0, lines.size() - LINES), lines.size())
            .forEach(line -> text.append("\n  ").append(shortened(line)));
      }
    }
    return text.toString();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      return List.of("(cannot be read: " + e.getMessage() + ")");
    }
  }

  private static String shortened(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
  }
}

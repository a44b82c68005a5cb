package org.fundwatch.streaming.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that are meant. */
final class InputFiles {

  private static final Pattern EVENTS = Pattern.compile(".+\\.(jsonl|ndjson|json)(\\.gz)?");

  private InputFiles() {}

  /**
   * The files of these files and folders, those of a folder by name.
   *
   * @throws IOException naming every path that is not there or cannot be read
   */
  static List<FileRef> of(List<Path> inputs) throws IOException {
    List<Path> files = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    if (inputs.isEmpty()) {
      faults.add("input files: none; at least one");
    }
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        List<Path> inside = inFolder(input);
        files.addAll(inside);
        if (inside.isEmpty()) {
          faults.add(
              "%s: a folder without files of events; *.jsonl, *.ndjson or *.json, also with .gz"
                  .formatted(input));
        }
      } else if (Files.isReadable(input)) {
        files.add(input);
      } else {
        String found = Files.exists(input) ? "cannot be read" : "no such file or folder";
        faults.add("%s: %s; a file or folder of events".formatted(input, found));
      }
    }
    if (!faults.isEmpty()) {
      throw new IOException(String.join("\n", faults));
    }
    List<FileRef> refs = new ArrayList<>();
    for (Path file : files) {
      refs.add(new FileRef(refs.size(), file.toString(), file.toAbsolutePath().toString()));
    }
    return refs;
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> EVENTS.matcher(path.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}

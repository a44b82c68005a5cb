package org.fundwatch.streaming.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.connector.file.sink.FileSink;
import org.jspecify.annotations.Nullable;

/** A folder for what the batch job writes before it is put in order; deleted at the end. */
final class Scratch implements AutoCloseable {

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** A new folder beside a file, where there is room for it. */
  static Scratch beside(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("%s: a folder; a file to write".formatted(file));
    }
    Files.createDirectories(parent);
    return new Scratch(Files.createTempDirectory(parent, ".judge-"));
  }

  Path folder() {
    return folder;
  }

  /** A sink that writes each element as one line of JSON into a folder of that name. */
  <T> FileSink<T> sink(String name, JsonLine<T> json) {
    Encoder<T> encoder =
        (element, out) -> {
          out.write(json.of(element));
          out.write('\n');
        };
    return FileSink.forRowFormat(
            new org.apache.flink.core.fs.Path(folder.resolve(name).toUri()), encoder)
        .build();
  }

  /** Hands out every line that went to a sink, in no order. */
  void read(String name, LineReader reader) throws IOException {
    Path written = folder.resolve(name);
    if (!Files.isDirectory(written)) {
      return;
    }
    List<Path> parts;
    try (Stream<Path> paths = Files.walk(written)) {
      parts = paths.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path part : parts) {
      try (BufferedReader in = Files.newBufferedReader(part)) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          reader.read(line);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(folder, new Deletion());
  }

  /** Deletes a tree, while Flink still clears away its own part of it. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      if (failure != null && !(failure instanceof NoSuchFileException)) {
        throw failure;
      }
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }

  /** Takes one line. */
  interface LineReader {
    void read(String line) throws IOException;
  }

  /** Writes an element as one line of JSON; travels to the tasks. */
  interface JsonLine<T> extends Serializable {
    byte[] of(T element) throws IOException;
  }
}

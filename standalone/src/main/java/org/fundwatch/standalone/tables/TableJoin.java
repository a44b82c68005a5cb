package org.fundwatch.standalone.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rows of a head file with the rows of its children that carry the same key, however the
 * files are sorted. Files that do not fit in memory are dealt to parts on disk first; the order of
 * what comes out depends on the files alone.
 *
 * <p>Nothing gets lost: a child without a head, and a head whose key was there before, come out
 * too.
 */
public final class TableJoin implements Closeable {

  /** Files of up to this many bytes together are joined in memory; more are dealt to parts. */
  public static final long MEMORY_BYTES = 128L << 20;

  /**
   * One of the children.
   *
   * @param name how the child is called in what comes out
   * @param file where it is
   * @param key its column with the key
   * @param required columns that must be there
   */
  public record Child(String name, Path file, String key, List<String> required) {}

  /** What comes out of a join. */
  public sealed interface Joined {
    /**
     * A head and its children by their names, each in its file's order; a child without rows is
     * missing.
     */
    record Whole(Row head, Map<String, List<Row>> children) implements Joined {}

    /** A row that has no place: a child without a head, or a head seen before. */
    record Astray(Row row, String key, boolean duplicate) implements Joined {}
  }

  private final Path scratch;
  private final int parts;
  private final Table head;
  private final Map<String, Table> children = new HashMap<>();
  private final ByteCount count = new ByteCount();
  private final long total;
  private int part = -1;
  private @Nullable Rows heads;
  private Map<String, Map<String, List<Row>>> byKey = Map.of();
  private final Set<String> seen = new HashSet<>();
  private Iterator<Joined> astray = List.<Joined>of().iterator();

  /**
   * Opens the files.
   *
   * @param key the head's column with the key
   * @param required the head's columns that must be there
   * @param memoryBytes size of all files up to which they are joined in memory
   * @throws FileException where a header lacks a column
   */
  public TableJoin(
      Path headFile, String key, List<String> required, List<Child> childFiles, long memoryBytes)
      throws IOException {
    long bytes = Files.size(headFile);
    for (Child child : childFiles) {
      bytes += Files.size(child.file());
    }
    parts = (int) (bytes / memoryBytes) + 1;
    total = parts == 1 ? bytes : 2 * bytes;
    scratch = Files.createTempDirectory("fundwatch-join-");
    try {
      head = Table.deal(headFile, key, required, parts, scratch, count);
      for (Child child : childFiles) {
        children.put(
            child.name(),
            Table.deal(child.file(), child.key(), child.required(), parts, scratch, count));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The next of what comes out, null after the last. */
  public @Nullable Joined next() throws IOException {
    while (true) {
      if (astray.hasNext()) {
        return astray.next();
      }
      Row row = heads == null ? null : heads.next();
      if (row != null) {
        return join(row);
      }
      if (heads != null) {
        heads.close();
        heads = null;
        astray = leftOver();
      } else if (++part < parts) {
        heads = head.part(part);
        byKey = read(part);
        seen.clear();
      } else {
        return null;
      }
    }
  }

  /** Bytes read so far, of {@link #totalBytes()}. */
  public long bytes() {
    return Math.min(count.bytes(), total);
  }

  /** Bytes to read until the end, roughly where files are dealt to parts. */
  public long totalBytes() {
    return total;
  }

  @Override
  public void close() throws IOException {
    if (heads != null) {
      heads.close();
    }
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(scratch);
  }

  private Joined join(Row row) {
    String key = row.get(head.key());
    if (!seen.add(key)) {
      return new Joined.Astray(row, key, true);
    }
    Map<String, List<Row>> found = byKey.remove(key);
    return new Joined.Whole(row, found == null ? Map.of() : found);
  }

  private Map<String, Map<String, List<Row>>> read(int part) throws IOException {
    Map<String, Map<String, List<Row>>> rows = new HashMap<>();
    for (Map.Entry<String, Table> child : children.entrySet()) {
      try (Rows source = child.getValue().part(part)) {
        for (Row row = source.next(); row != null; row = source.next()) {
          rows.computeIfAbsent(row.get(child.getValue().key()), key -> new HashMap<>())
              .computeIfAbsent(child.getKey(), name -> new ArrayList<>())
              .add(row);
        }
      }
    }
    return rows;
  }

  private Iterator<Joined> leftOver() {
    List<Joined> rows = new ArrayList<>();
    byKey.forEach(
        (key, byName) ->
            byName.values().stream()
                .flatMap(List::stream)
                .forEach(row -> rows.add(new Joined.Astray(row, key, false))));
    rows.sort(
        (a, b) -> {
          Row first = ((Joined.Astray) a).row();
          Row second = ((Joined.Astray) b).row();
          int byFile = first.file().compareTo(second.file());
          return byFile != 0 ? byFile : Long.compare(first.line(), second.line());
        });
    return rows.iterator();
  }
}

package org.fundwatch.alertapi.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes old files that no case names. A file is set aside first and looked at again: whoever
 * keeps the same bytes in between either finds it and makes it young, or finds it gone and brings
 * its own. Broken off anywhere, the next look finds what was set aside.
 */
final class Unnamed {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
  private static final String ASIDE = ".unnamed";
  static final String INCOMING = "incoming";

  private final @Nullable Path folder;
  private final Instant before;

  Unnamed(@Nullable Path folder, Instant before) {
    this.folder = folder;
    this.before = before;
  }

  /**
   * Removes them.
   *
   * @param dropNamed takes those out of a set of SHA-256 that cases name
   * @return how many went
   */
  int sweep(Consumer<Set<String>> dropNamed) {
    if (folder == null || !Files.isDirectory(folder)) {
      return 0;
    }
    try {
      var old = old(folder, "");
      if (!old.isEmpty()) {
        dropNamed.accept(old);
      }
      for (var name : old) {
        move(path(folder, name), aside(folder, name));
      }
      return removeIncoming(folder) + removeAside(folder, dropNamed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int removeAside(Path from, Consumer<Set<String>> dropNamed) throws IOException {
    var all = names(from, ASIDE);
    var going = old(from, ASIDE);
    if (!going.isEmpty()) {
      dropNamed.accept(going);
    }
    for (var name : all) {
      if (going.contains(name)) {
        Files.deleteIfExists(aside(from, name));
      } else {
        move(aside(from, name), path(from, name));
      }
    }
    return going.size();
  }

  /** What uploads left behind whose process died. */
  private int removeIncoming(Path from) throws IOException {
    int removed = 0;
    try (var files = Files.list(from)) {
      for (var file : files.filter(one -> name(one).startsWith(INCOMING)).toList()) {
        if (isOld(file) && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private Set<String> old(Path from, String ending) throws IOException {
    var old = new TreeSet<String>();
    for (var name : names(from, ending)) {
      if (isOld(from.resolve(name.substring(0, 2)).resolve(name + ending))) {
        old.add(name);
      }
    }
    return old;
  }

  private static Set<String> names(Path from, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(from, 2)) {
      var names = new TreeSet<String>();
      files
          .map(Unnamed::name)
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .filter(name -> NAME.matcher(name).matches())
          .forEach(names::add);
      return names;
    }
  }

  private boolean isOld(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Makes a file young; false when there is none. */
  static boolean touched(Path file, Instant now) throws IOException {
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Another process sweeps the same folder.
      return;
    }
  }

  private static Path path(Path folder, String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  private static Path aside(Path folder, String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name + ASIDE);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}

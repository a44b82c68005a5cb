package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One owner for a folder. The system lets go of the lock when the owner dies, however it dies; the
 * file stays and marks the folder as ours.
 */
final class DirectoryLock implements AutoCloseable {
  static final String FILE = "in-use.lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes an existing folder for ourselves, or says who has it. */
  static DirectoryLock acquire(Path directory, String server) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(directory.resolve(FILE), CREATE, READ, WRITE, LinkOption.NOFOLLOW_LINKS);
      if (!tryLock(channel)) {
        var owner = owner(channel);
        channel.close();
        throw new EmbeddedServerException(
            "%s (%s): in use by process %s; stop it or choose another folder"
                .formatted(directory, server, owner));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw new EmbeddedServerException(
          "%s (%s): cannot be written (%s); choose a folder of the account that runs Fundwatch"
              .formatted(directory, server, e),
          e);
    }
  }

  /** Waits for the lock; only for work that ends by itself, such as unpacking. */
  static DirectoryLock await(Path directory) throws IOException {
    var channel =
        FileChannel.open(directory.resolve(FILE), CREATE, READ, WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      channel.lock();
      return new DirectoryLock(channel);
    } catch (IOException | RuntimeException e) {
      closeQuietly(channel, e);
      throw e;
    }
  }

  /** A folder with other people's files in it is not ours to change owners and modes in. */
  static void requireOursOrEmpty(Path directory, String server) {
    try (var entries = Files.list(directory)) {
      if (!Files.exists(directory.resolve(FILE), LinkOption.NOFOLLOW_LINKS)
          && entries.findAny().isPresent()) {
        throw new EmbeddedServerException(
            "%s (%s): holds files that Fundwatch did not make; give an empty or a new folder"
                .formatted(directory, server));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s (%s): cannot be read".formatted(directory, server), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + ": cannot be closed", e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    var content = ByteBuffer.allocate(32);
    channel.read(content, 0);
    var pid = UTF_8.decode(content.flip()).toString();
    return pid.isBlank() ? "unknown" : pid;
  }

  private static void closeQuietly(@Nullable FileChannel channel, Exception cause) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}

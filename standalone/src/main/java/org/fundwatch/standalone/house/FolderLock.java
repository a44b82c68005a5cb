package org.fundwatch.standalone.house;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time on a data folder. The system lets go of the lock when its owner ends, however
 * it ends: a run that was killed does not stand in the way of the next.
 */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws HouseException when another run has it, or the folder cannot be written
   */
  public static FolderLock take(Path file) throws HouseException {
    return take(file, "stop it with ./fundwatch down, or take another folder with --data");
  }

  /**
   * The same.
   *
   * @param advice what to do where another run has it
   */
  public static FolderLock take(Path file, String advice) throws HouseException {
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
      if (tryLock(channel) == null) {
        String owner = read(channel);
        channel.close();
        throw new HouseException(
            "%s: in use by process %s; %s"
                .formatted(file.getParent(), owner.isBlank() ? "unknown" : owner, advice));
      }
      channel.truncate(0);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new HouseException(
          "%s: cannot be written (%s); take a folder of yours with --data"
              .formatted(file.getParent(), e),
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of the data folder cannot be closed", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(32);
    channel.read(content, 0);
    return StandardCharsets.UTF_8.decode(content.flip()).toString();
  }
}

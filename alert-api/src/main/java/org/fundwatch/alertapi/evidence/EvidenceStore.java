package org.fundwatch.alertapi.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.fundwatch.alertapi.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Files under the SHA-256 of their bytes: the same bytes are kept once, and other bytes never come
 * under the same name. Thread-safe.
 */
@Component
public final class EvidenceStore {
  private static final int CHUNK = 64 * 1024;

  private final EvidenceSettings settings;
  private final Clock clock;

  EvidenceStore(EvidenceSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Keeps a file; it is never held in memory as a whole.
   *
   * @throws ProblemException when its type is none that we take, or there is no folder
   */
  public StoredFile put(InputStream in) {
    try {
      var folder = Files.createDirectories(folder());
      var temporary = Files.createTempFile(folder, Unnamed.INCOMING, "");
      try {
        var stored = copy(in, temporary);
        place(temporary, path(stored.sha256()));
        return stored;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a file is kept, if it is. */
  public Optional<Path> find(String sha256) {
    var path = path(sha256);
    return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }

  private static StoredFile copy(InputStream in, Path to) throws IOException {
    var head = in.readNBytes(FileType.HEAD);
    var type = FileType.of(head).orElseThrow(EvidenceStore::foreign);
    var sha256 = sha256();
    var sm3 = new SM3Digest();
    long size = 0;
    try (var out = Files.newOutputStream(to)) {
      var chunk = new byte[CHUNK];
      System.arraycopy(head, 0, chunk, 0, head.length);
      for (int read = head.length; read > 0; read = in.read(chunk)) {
        out.write(chunk, 0, read);
        sha256.update(chunk, 0, read);
        sm3.update(chunk, 0, read);
        size += read;
      }
    }
    var sm3Bytes = new byte[sm3.getDigestSize()];
    sm3.doFinal(sm3Bytes, 0);
    var hex = HexFormat.of();
    return new StoredFile(hex.formatHex(sha256.digest()), hex.formatHex(sm3Bytes), size, type);
  }

  /** The bytes are on the disk before the name is: what the journal names is there. */
  private void place(Path temporary, Path path) throws IOException {
    try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.createDirectories(path.getParent());
    // The same bytes may be there already: then they are as young as this request, so that a sweep
    // leaves them, or they are gone in this moment, and come again.
    var now = clock.instant();
    if (!Unnamed.touched(path, now)) {
      Unnamed.touched(temporary, now);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The files that are older than what nobody names may become; none without a folder. */
  Unnamed unnamed() {
    return new Unnamed(settings.folder(), clock.instant().minus(settings.unnamedFor()));
  }

  private Path path(String sha256) {
    return folder().resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private Path folder() {
    var folder = settings.folder();
    if (folder == null) {
      throw ProblemException.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "files: nowhere to keep them; set fundwatch.evidence.folder");
    }
    return folder;
  }

  private static ProblemException foreign() {
    return ProblemException.of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "body: not of a type that is taken; allowed: "
            + Arrays.stream(FileType.values())
                .map(FileType::mediaType)
                .collect(Collectors.joining(", ")));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

package org.fundwatch.standalone.ingest;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.fundwatch.standalone.tables.FileException;

/**
 * Remembers for given files and a given topic how many records the broker has acknowledged, so that
 * a second run goes on where the first stopped. Files count as the same by path, size and the hash
 * of their first bytes.
 */
public final class Ledger {

  private static final int HEAD_BYTES = 64 * 1024;
  private static final String ACKNOWLEDGED = "acknowledged";

  private final Path page;
  private final String title;
  private long acknowledged;

  private Ledger(Path page, String title, long acknowledged) {
    this.page = page;
    this.title = title;
    this.acknowledged = acknowledged;
  }

  /**
   * Opens the page of some files.
   *
   * @param folder holds all pages; made when missing
   * @param target names the topic and its cluster
   */
  public static Ledger open(Path folder, String target, List<Path> files) throws IOException {
    Files.createDirectories(folder);
    StringBuilder identity = new StringBuilder(target);
    for (Path file : files) {
      identity.append('\n').append(file.toRealPath()).append('\n').append(Files.size(file));
      identity.append('\n').append(headHash(file));
    }
    byte[] text = identity.toString().getBytes(StandardCharsets.UTF_8);
    String name = HexFormat.of().formatHex(sha256().digest(text), 0, 12);
    Path page = folder.resolve(name + ".properties");
    return new Ledger(page, identity.toString().replace('\n', ' '), read(page));
  }

  /** How many records, events and refused ones together, need not be sent again. */
  public long acknowledged() {
    return acknowledged;
  }

  /** Begins anew. */
  public void reset() throws IOException {
    acknowledged = 0;
    Files.deleteIfExists(page);
  }

  /** Notes a new count; what is on disk is always the old or the new, never half. */
  void note(long count) throws IOException {
    if (count == acknowledged) {
      return;
    }
    Properties properties = new Properties();
    properties.setProperty(ACKNOWLEDGED, Long.toString(count));
    Path fresh = page.resolveSibling(page.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      properties.store(out, title);
    }
    Files.move(fresh, page, ATOMIC_MOVE, REPLACE_EXISTING);
    acknowledged = count;
  }

  /** A name for files that go with this page. */
  public String name() {
    String file = page.getFileName().toString();
    return file.substring(0, file.indexOf('.'));
  }

  private static long read(Path page) throws IOException {
    if (!Files.exists(page)) {
      return 0;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(page)) {
      properties.load(in);
    }
    String count = properties.getProperty(ACKNOWLEDGED, "");
    if (!count.matches("\\d{1,18}")) {
      throw new FileException(
          page, "acknowledged is '" + count + "'; a number (delete the file to begin anew)");
    }
    return Long.parseLong(count);
  }

  private static String headHash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of().formatHex(sha256().digest(in.readNBytes(HEAD_BYTES)));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

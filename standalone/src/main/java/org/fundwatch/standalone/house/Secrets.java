package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.fundwatch.alertapi.AlertApi;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an installation, drawn at its first start: the keys that make tokens of person
 * numbers and seal dead letters, and the password of the first user, of which only the hash stays.
 */
public final class Secrets {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final String PERSON_KEY = "person.key";
  private static final String DEAD_LETTER_KEY = "dead-letter.key";
  private static final int PASSWORD_LENGTH = 16;
  private static final int KEY_BYTES = 32;

  private final String personKey;
  private final String deadLetterKey;
  private final String passwordHash;
  private final @Nullable String newPassword;

  private Secrets(
      String personKey, String deadLetterKey, String passwordHash, @Nullable String newPassword) {
    this.personKey = personKey;
    this.deadLetterKey = deadLetterKey;
    this.passwordHash = passwordHash;
    this.newPassword = newPassword;
  }

  /**
   * Reads the secrets of a folder, drawing those that are missing.
   *
   * @param folder readable by its owner alone; made when missing
   * @param renewPassword true to draw a new password whatever was there
   */
  public static Secrets open(Path folder, boolean renewPassword) throws IOException {
    makeFolder(folder);
    SecureRandom random = new SecureRandom();
    Path hashFile = folder.resolve("password.hash");
    String password = null;
    if (renewPassword || !Files.exists(hashFile)) {
      password = password(random);
      Files.deleteIfExists(hashFile);
      write(hashFile, AlertApi.hashPassword(password));
    }
    return new Secrets(
        key(folder.resolve(PERSON_KEY), random),
        key(folder.resolve(DEAD_LETTER_KEY), random),
        Files.readString(hashFile).strip(),
        password);
  }

  /** The key of the person tokens of a folder alone, drawn where it is missing; hexadecimal. */
  public static String personKey(Path folder) throws IOException {
    makeFolder(folder);
    return key(folder.resolve(PERSON_KEY), new SecureRandom());
  }

  /** The key of the dead letters of a folder alone, drawn where it is missing; hexadecimal. */
  public static String deadLetterKey(Path folder) throws IOException {
    makeFolder(folder);
    return key(folder.resolve(DEAD_LETTER_KEY), new SecureRandom());
  }

  /** Key of the person tokens, hexadecimal. */
  public String personKey() {
    return personKey;
  }

  /** Key of the dead letters, hexadecimal. */
  public String deadLetterKey() {
    return deadLetterKey;
  }

  /** Hash of the first user's password. */
  public String passwordHash() {
    return passwordHash;
  }

  /** The password, known only to the run that drew it. */
  public @Nullable String newPassword() {
    return newPassword;
  }

  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      // Made by an earlier run.
    }
  }

  private static String key(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      random.nextBytes(key);
      write(file, HexFormat.of().formatHex(key));
    }
    return Files.readString(file).strip();
  }

  private static void write(Path file, String secret) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n");
  }

  // Without letters that look alike: it is typed from a screen.
  private static String password(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}

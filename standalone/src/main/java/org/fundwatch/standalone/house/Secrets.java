package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an installation, drawn at its first start: the keys that make tokens of person
 * numbers, seal dead letters, seal the journal and encrypt fields, and the users with their
 * passwords, of which only the hashes stay.
 */
public final class Secrets {

  private static final String PERSON_KEY = "person.key";
  private static final String DEAD_LETTER_KEY = "dead-letter.key";
  private static final String JOURNAL_KEY = "journal.key";

  /** What installations had before there were several users: the hash of the one's password. */
  private static final String ONE_HASH = "password.hash";

  private static final int KEY_BYTES = 32;

  private final String personKey;
  private final String deadLetterKey;
  private final String journalKey;
  private final FieldKeys fieldKeys;
  private final Users users;
  private final Map<String, String> newPasswords;

  private Secrets(
      String personKey,
      String deadLetterKey,
      String journalKey,
      FieldKeys fieldKeys,
      Users users,
      Map<String, String> newPasswords) {
    this.journalKey = journalKey;
    this.personKey = personKey;
    this.deadLetterKey = deadLetterKey;
    this.fieldKeys = fieldKeys;
    this.users = users;
    this.newPasswords = Collections.unmodifiableMap(newPasswords);
  }

  /**
   * Reads the secrets of a folder, drawing those that are missing.
   *
   * @param folder readable by its owner alone; made when missing
   * @param renewPassword true to draw a new password for {@link House#USER}, whatever was there
   */
  public static Secrets open(Path folder, boolean renewPassword) throws IOException {
    makeFolder(folder);
    SecureRandom random = new SecureRandom();
    Users users = Users.open(folder);
    Map<String, String> passwords = new LinkedHashMap<>();
    if (users.all().isEmpty()) {
      passwords.putAll(users.addOneForEachRole(oneHash(folder)));
    }
    if (renewPassword && !passwords.containsKey(House.USER)) {
      passwords.put(House.USER, renewed(users));
    }
    return new Secrets(
        key(folder.resolve(PERSON_KEY), random),
        key(folder.resolve(DEAD_LETTER_KEY), random),
        key(folder.resolve(JOURNAL_KEY), random),
        FieldKeys.open(folder),
        users,
        passwords);
  }

  /** The users of a folder alone; none before the first start. */
  public static Users users(Path folder) throws IOException {
    makeFolder(folder);
    return Users.open(folder);
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

  /** The key of the journal's seals of a folder alone, drawn where it is missing; hexadecimal. */
  public static String journalKey(Path folder) throws IOException {
    makeFolder(folder);
    return key(folder.resolve(JOURNAL_KEY), new SecureRandom());
  }

  /** Key of the person tokens, hexadecimal. */
  public String personKey() {
    return personKey;
  }

  /** Key of the dead letters, hexadecimal. */
  public String deadLetterKey() {
    return deadLetterKey;
  }

  /** Key of the journal's seals, hexadecimal. */
  public String journalKey() {
    return journalKey;
  }

  /** Keys that single fields are encrypted under. */
  FieldKeys fieldKeys() {
    return fieldKeys;
  }

  /** The users. */
  public Users users() {
    return users;
  }

  /** The password of {@link House#USER}, known only to the run that drew it. */
  public @Nullable String newPassword() {
    return newPasswords.get(House.USER);
  }

  /** All passwords that this run drew, by user. */
  public Map<String, String> newPasswords() {
    return newPasswords;
  }

  private static String renewed(Users users) throws IOException {
    try {
      return users.newPassword(House.USER);
    } catch (IllegalArgumentException e) {
      throw new IOException("--new-password: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> oneHash(Path folder) throws IOException {
    Path file = folder.resolve(ONE_HASH);
    return Files.exists(file) ? Map.of(House.USER, Files.readString(file).strip()) : Map.of();
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
    draw(file, KEY_BYTES, random);
    return Files.readString(file).strip();
  }

  /** Draws a key where it is missing: as many bytes, hexadecimal, for the owner's eyes alone. */
  static void draw(Path file, int bytes, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      byte[] key = new byte[bytes];
      random.nextBytes(key);
      write(file, HexFormat.of().formatHex(key));
    }
  }

  private static void write(Path file, String secret) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n");
  }
}

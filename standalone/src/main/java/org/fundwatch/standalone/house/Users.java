package org.fundwatch.standalone.house;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.security.Role;

/**
 * The users of an installation, in a file of its secrets. Of passwords there is the hash alone: who
 * draws one is told it, and nobody afterwards. Not thread-safe.
 */
public final class Users {

  private static final String FILE = "users.properties";
  private static final String HASH = ".password-hash";
  private static final String ROLES = ".roles";
  private static final String REGIONS = ".regions";
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 16;

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, User> users = new TreeMap<>();

  private Users(Path file) {
    this.file = file;
  }

  /**
   * A user.
   *
   * @param hash of the password
   * @param roles with commas
   * @param regions administrative division codes with commas, or * for the nation
   */
  public record User(String hash, String roles, String regions) {}

  /** The users of a folder of secrets, which is there; none before the first start. */
  static Users open(Path folder) throws IOException {
    Users users = new Users(folder.resolve(FILE));
    if (Files.exists(users.file)) {
      users.load();
    }
    return users;
  }

  /** Those there are, by name. */
  public Map<String, User> all() {
    return Map.copyOf(users);
  }

  /** What the API is told about them. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    users.forEach(
        (name, user) -> {
          String setting = "fundwatch.users." + name;
          settings.put(setting + HASH, user.hash());
          settings.put(setting + ROLES, user.roles());
          settings.put(setting + REGIONS, user.regions());
        });
    return settings;
  }

  /**
   * One user for each role, called as it.
   *
   * @param known hashes to keep, by name
   * @return the passwords drawn, by name, in the order of the roles
   */
  Map<String, String> addOneForEachRole(Map<String, String> known) throws IOException {
    Map<String, String> passwords = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      String name = name(role);
      String hash = known.get(name);
      if (hash == null) {
        String password = password();
        passwords.put(name, password);
        hash = AlertApi.hashPassword(password);
      }
      users.put(name, new User(hash, name, Regions.NATION_SIGN));
    }
    save();
    return passwords;
  }

  /**
   * Adds a user.
   *
   * @return the password drawn
   * @throws IllegalArgumentException when name, roles or regions are none, or the name is taken
   */
  public String add(String name, Collection<String> roles, Collection<String> regions)
      throws IOException {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "user '%s': small letters, digits, hyphens and underscores, 40 at most".formatted(name));
    }
    if (users.containsKey(name)) {
      throw new IllegalArgumentException("user '%s': there already".formatted(name));
    }
    String named = roles.stream().map(Users::role).collect(Collectors.joining(","));
    String where = Regions.parse(regions).toString();
    String password = password();
    users.put(name, new User(AlertApi.hashPassword(password), named, where));
    save();
    return password;
  }

  /**
   * Draws a new password.
   *
   * @throws IllegalArgumentException when there is no such user
   */
  public String newPassword(String name) throws IOException {
    User user = known(name);
    String password = password();
    users.put(name, new User(AlertApi.hashPassword(password), user.roles(), user.regions()));
    save();
    return password;
  }

  /**
   * Removes a user.
   *
   * @throws IllegalArgumentException when there is no such user, or no other
   */
  public void remove(String name) throws IOException {
    known(name);
    if (users.size() == 1) {
      throw new IllegalArgumentException(
          "user '%s': the last one; add another before".formatted(name));
    }
    users.remove(name);
    save();
  }

  private User known(String name) {
    return Optional.ofNullable(users.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "user '%s': unknown; there are %s"
                        .formatted(name, String.join(", ", users.keySet()))));
  }

  private static String role(String text) {
    return Arrays.stream(Role.values())
        .map(Users::name)
        .filter(text.strip().toLowerCase(Locale.ROOT).replace('_', '-')::equals)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "role '%s': unknown; there are %s"
                        .formatted(text, String.join(", ", roles()))));
  }

  private static List<String> roles() {
    return Arrays.stream(Role.values()).map(Users::name).toList();
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void load() throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    for (String key : properties.stringPropertyNames()) {
      if (key.endsWith(HASH)) {
        String name = key.substring(0, key.length() - HASH.length());
        users.put(
            name,
            new User(
                properties.getProperty(key),
                properties.getProperty(name + ROLES, ""),
                properties.getProperty(name + REGIONS, "")));
      }
    }
  }

  private void save() throws IOException {
    Properties properties = new Properties();
    users.forEach(
        (name, user) -> {
          properties.setProperty(name + HASH, user.hash());
          properties.setProperty(name + ROLES, user.roles());
          properties.setProperty(name + REGIONS, user.regions());
        });
    Path next = file.resolveSibling(FILE + ".next");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer out = Files.newBufferedWriter(next)) {
      properties.store(out, "Users of this installation; change them with ./fundwatch users");
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  // Without letters that look alike: it is typed from a screen.
  private String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}

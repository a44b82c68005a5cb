package org.fundwatch.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a rule-set: rules and knowledge tables, as they travel to the running job.
 *
 * @param version a hash of the files, so equal content has an equal version
 * @param files path to text; paths begin with {@code rules/} or {@code knowledge/}
 */
public record RuleBundle(String version, Map<String, String> files) {

  private static final String BUILT_IN = "/org/fundwatch/rules/builtin";
  private static final int VERSION_BYTES = 6;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /**
   * Checks.
   *
   * @throws IllegalArgumentException when the version is not that of the files
   */
  public RuleBundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    String expected = hash(files);
    if (!version.equals(expected)) {
      throw new IllegalArgumentException(
          "rule bundle: version '%s'; its files have version '%s'".formatted(version, expected));
    }
  }

  /** The bundle of these files. */
  public static RuleBundle of(Map<String, String> files) {
    return new RuleBundle(hash(new TreeMap<>(files)), files);
  }

  /** The library that ships with this module. */
  public static RuleBundle builtIn() {
    try {
      URL marker = RuleBundle.class.getResource(BUILT_IN + "/rules/");
      if (marker == null) {
        throw new IllegalStateException("built-in rules: missing from the class path");
      }
      URI uri = marker.toURI();
      if (uri.getScheme().equals("file")) {
        return ofFolder(Path.of(uri).resolve(".."));
      }
      String address = uri.getSchemeSpecificPart();
      Path file = Path.of(URI.create(address.substring(0, address.lastIndexOf("!/"))));
      // By its path: by the address there is one for all threads, and a second opening fails.
      try (FileSystem jar = FileSystems.newFileSystem(file)) {
        return ofFolder(jar.getPath(BUILT_IN));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class loader's address is a valid one", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bundle of a folder that holds {@code rules/} and {@code knowledge/}.
   *
   * @throws IOException when a file cannot be read
   */
  public static RuleBundle ofFolder(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (String part : List.of("rules", "knowledge")) {
      Path root = folder.resolve(part).normalize();
      if (Files.isDirectory(root)) {
        try (Stream<Path> paths = Files.walk(root)) {
          for (Path path : paths.filter(RuleBundle::belongs).toList()) {
            files.put(
                folder.normalize().relativize(path).toString().replace('\\', '/'),
                Files.readString(path));
          }
        }
      }
    }
    return of(files);
  }

  /** The version of the knowledge tables alone: a hash of their files. */
  public String knowledgeVersion() {
    SortedMap<String, String> tables = new TreeMap<>(files);
    tables.keySet().removeIf(path -> !path.startsWith("knowledge/"));
    return hash(tables);
  }

  /** The bundle as one JSON document. */
  public String toJson() {
    try {
      return MAPPER.writeValueAsString(Map.of("version", version, "files", files));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts can always be written", e);
    }
  }

  /**
   * Reads a bundle.
   *
   * @throws IllegalArgumentException when the text is no bundle, or its version not that of its
   *     files
   */
  public static RuleBundle fromJson(String json) {
    try {
      return MAPPER.readValue(json, RuleBundle.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("rule bundle: no valid JSON document of a bundle", e);
    }
  }

  private static boolean belongs(Path path) {
    String name = path.toString();
    return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".csv"));
  }

  private static String hash(Map<String, String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (path, text) -> {
            digest.update((path + '\n' + text.length() + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

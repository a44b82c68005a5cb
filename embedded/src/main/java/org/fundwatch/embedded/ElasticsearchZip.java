package org.fundwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The distribution of the Elasticsearch server, as Maven brings it. Elastic publishes it as a zip
 * among its Maven artifacts; Fundwatch does not contain it.
 */
public final class ElasticsearchZip {
  /** System property with the path of the zip; it wins over the local Maven repositories. */
  public static final String PROPERTY = "fundwatch.elasticsearch.zip";

  private static final String GROUP = "org.elasticsearch.distribution.integ-test-zip";

  private ElasticsearchZip() {}

  /** The version of the server, such as 8.19.21. */
  public static String version() {
    var properties = new Properties();
    try (var in = ElasticsearchZip.class.getResourceAsStream("elasticsearch.properties")) {
      if (in == null) {
        throw new IllegalStateException("elasticsearch.properties: missing in the embedded jar");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("elasticsearch.properties: cannot be read", e);
    }
    return properties.getProperty("version", "");
  }

  /** What Maven fetches: group, name, version and type with colons between. */
  public static String coordinates() {
    return GROUP + ":elasticsearch:" + version() + ":zip";
  }

  /**
   * Finds the zip by the system property, else in the local Maven repository.
   *
   * @throws EmbeddedServerException when it is in neither; the message says how to fetch it
   */
  public static Path find() {
    return locate().orElseThrow(ElasticsearchZip::missing);
  }

  /**
   * As {@link #find()}, without complaint; a property that names no file is an error all the same.
   */
  static Optional<Path> locate() {
    var given = System.getProperty(PROPERTY);
    if (given != null) {
      var zip = Path.of(given).toAbsolutePath();
      if (!Files.isRegularFile(zip)) {
        throw new EmbeddedServerException(
            "-D%s=%s: no such file; give the path of %s, or leave the property out"
                .formatted(PROPERTY, given, fileName()));
      }
      return Optional.of(zip);
    }
    var path = Path.of(GROUP.replace('.', '/'), "elasticsearch", version(), fileName());
    return MavenRepositories.all().stream()
        .map(repository -> repository.resolve(path))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static String fileName() {
    return "elasticsearch-" + version() + ".zip";
  }

  private static EmbeddedServerException missing() {
    return new EmbeddedServerException(
        "%s: not found in %s; fetch it once with: mvn dependency:get -Dartifact=%s -Dtransitive=false, or name it with -D%s=<path>"
            .formatted(fileName(), MavenRepositories.all(), coordinates(), PROPERTY));
  }
}

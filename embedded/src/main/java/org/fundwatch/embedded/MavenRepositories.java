package org.fundwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/** Where Maven keeps what it has fetched: as told, as set, by default. */
final class MavenRepositories {
  private static final Logger LOG = LoggerFactory.getLogger(MavenRepositories.class);

  private MavenRepositories() {}

  /** Candidates, the likeliest first. */
  static List<Path> all() {
    return all(Path.of(System.getProperty("user.home"), ".m2"));
  }

  static List<Path> all(Path mavenFolder) {
    var found = new LinkedHashSet<Path>();
    addProperty(found, "maven.repo.local");
    // Surefire and Failsafe tell the JVM of the tests by this name.
    addProperty(found, "localRepository");
    inSettings(mavenFolder.resolve("settings.xml")).ifPresent(found::add);
    found.add(mavenFolder.resolve("repository"));
    return List.copyOf(found);
  }

  private static void addProperty(Set<Path> to, String name) {
    var value = System.getProperty(name);
    if (value != null && !value.isBlank()) {
      to.add(Path.of(value).toAbsolutePath());
    }
  }

  private static Optional<Path> inSettings(Path settings) {
    if (!Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(settings)) {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // else it prints to the console by itself
      var entries = builder.parse(in).getElementsByTagName("localRepository");
      var text = entries.getLength() == 0 ? "" : entries.item(0).getTextContent().strip();
      var path = text.replace("${user.home}", System.getProperty("user.home"));
      return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path).toAbsolutePath());
    } catch (IOException | ParserConfigurationException | SAXException e) {
      LOG.warn(
          "{}: cannot be read, looking in the default repository ({})", settings, e.toString());
      return Optional.empty();
    }
  }
}

package org.fundwatch.benchmarks.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a measurement came to.
 *
 * @param name its name, such as {@code whole-path}
 * @param figures all that was measured, as records that can be written as JSON
 * @param text the same for readers, in Markdown
 */
public record Report(String name, Object figures, String text) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes {@code <name>.json} and {@code <name>.md} into a folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    MAPPER.writeValue(folder.resolve(name + ".json").toFile(), figures);
    Files.writeString(folder.resolve(name + ".md"), text);
  }

  /**
   * Puts the text into its section of a document, in place of what was there.
   *
   * @throws IOException when the document cannot be read or written
   * @throws IllegalArgumentException when it has no such section
   */
  public void writeSection(Path document) throws IOException {
    Files.writeString(document, section(Files.readString(document), name, text));
  }

  static String section(String document, String name, String text) {
    String begin = "<!-- measured: " + name + " -->\n";
    String end = "<!-- end: " + name + " -->";
    int from = document.indexOf(begin);
    int to = document.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "section %s: not found; the document needs the lines '%s' and '%s'"
              .formatted(name, begin.strip(), end));
    }
    return document.substring(0, from + begin.length()) + text + document.substring(to);
  }
}

package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every mistake that authors make, with the words they get. The folder of a case is a bundle laid
 * over the built-in knowledge; {@code expected-errors.txt} is compared whole.
 */
class BadRulesTest {

  private static final Path CASES = Path.of("src/test/resources/bad-rules");

  @TestFactory
  Stream<DynamicTest> badRules() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .sorted()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
          .toList()
          .stream();
    }
  }

  private static void check(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>(RuleBundle.builtIn().files());
    files.keySet().removeIf(path -> path.startsWith("rules/"));
    files.putAll(RuleBundle.ofFolder(folder).files());
    String found =
        RuleLibrary.lint(RuleBundle.of(files)).stream()
            .map(RuleIssue::toString)
            .collect(Collectors.joining("\n", "", "\n"));
    Path actual = Path.of("target", "bad-rules", folder.getFileName() + ".txt");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, found);

    assertThat(found)
        .as("written to " + actual)
        .isEqualTo(Files.readString(folder.resolve("expected-errors.txt")));
  }
}

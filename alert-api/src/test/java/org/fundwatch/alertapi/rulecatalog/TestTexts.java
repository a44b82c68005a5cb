package org.fundwatch.alertapi.rulecatalog;

import java.nio.file.Path;

/** The texts of a library in a folder, beside those of the release. */
public final class TestTexts {
  private TestTexts() {}

  public static RuleTexts of(Path folder) {
    return new RuleTexts(new RuleSettings(folder));
  }
}

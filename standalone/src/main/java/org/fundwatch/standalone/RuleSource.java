package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.jspecify.annotations.Nullable;

/** The rules that a command works on. */
final class RuleSource {

  /** What a parameter that names a library says of itself. */
  static final String FOLDER = "Folder with rules/ and knowledge/ (default: the built-in).";

  private RuleSource() {}

  /** The rules of a folder, or the built-in ones where none is named. */
  static RuleBundle bundle(@Nullable Path folder) throws CommandFailure {
    if (folder == null) {
      return RuleBundle.builtIn();
    }
    if (!Files.isDirectory(folder.resolve("rules"))) {
      throw new CommandFailure(folder + ": no folder rules in it; a rule library is needed");
    }
    try {
      return RuleBundle.ofFolder(folder);
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The same, compiled to see that they can be. */
  static RuleBundle checked(@Nullable Path folder) throws CommandFailure {
    RuleBundle bundle = bundle(folder);
    try {
      var unused = RuleCompiler.compile(bundle);
      return bundle;
    } catch (RuleSetException e) {
      throw mistakes(e);
    }
  }

  /** The same of the folder that is given, else that of the setting. */
  static RuleBundle checked(@Nullable Path given, Settings settings) throws CommandFailure {
    return checked(
        given != null || !settings.has(Setting.RULES)
            ? given
            : Path.of(settings.get(Setting.RULES)));
  }

  /** That a library has mistakes. */
  static CommandFailure mistakes(RuleSetException e) {
    return new CommandFailure(
        "%d mistakes, the first: %s; all of them: rules lint"
            .formatted(e.issues().size(), e.issues().get(0)),
        e);
  }
}

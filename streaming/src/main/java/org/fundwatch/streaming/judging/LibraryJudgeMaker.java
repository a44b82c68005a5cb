package org.fundwatch.streaming.judging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fundwatch.models.Scorer;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.RuleStatus;

/** Makes judges of the rule library and the models. */
public final class LibraryJudgeMaker implements Judge.Maker {

  private static final long serialVersionUID = 1;

  // Read once, where the job is submitted: all tasks start with the same rules.
  private final String builtIn = RuleBundle.builtIn().toJson();
  private final String models;
  private final Tick settled;

  /**
   * @param models folder of the model registry, empty for the built-in models
   */
  public LibraryJudgeMaker(String models) {
    this(models, Tick.SILENT);
  }

  /**
   * @param models folder of the model registry, empty for the built-in models
   * @param settled told of each settlement that is judged
   */
  public LibraryJudgeMaker(String models, Tick settled) {
    this.models = models;
    this.settled = settled;
  }

  @Override
  public Judge make(String bundle, Consumer<RuleFailure> failures) throws RuleSetException {
    RuleBundle rules = RuleBundle.fromJson(bundle.isEmpty() ? builtIn : bundle);
    RuleSet set = CompiledRules.of(rules);
    boolean shadows = set.rules().stream().anyMatch(rule -> rule.status() == RuleStatus.SHADOW);
    return new LibraryJudge(
        set.withFailureListener(failures),
        shadows ? set.shadows().withFailureListener(failures) : null,
        rules.knowledgeVersion(),
        scorer(),
        settled);
  }

  private Scorer scorer() {
    if (models.isEmpty()) {
      return Scorer.builtIn();
    }
    try {
      return Scorer.load(Path.of(models));
    } catch (IOException e) {
      throw new UncheckedIOException("model registry " + models + ": cannot be read", e);
    }
  }
}

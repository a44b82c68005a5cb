package org.fundwatch.streaming.judging;

import java.util.function.Consumer;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.RuleSetException;

/** Makes judges of the rules alone, without models, that tell how far they are. */
public final class RulesJudgeMaker implements Judge.Maker {

  private static final long serialVersionUID = 1;

  private final Tick settled;

  /**
   * @param settled told of each settlement that is judged
   */
  public RulesJudgeMaker(Tick settled) {
    this.settled = settled;
  }

  @Override
  public Judge make(String bundle, Consumer<RuleFailure> failures) throws RuleSetException {
    RuleBundle rules = bundle.isEmpty() ? RuleBundle.builtIn() : RuleBundle.fromJson(bundle);
    return new LibraryJudge(
        CompiledRules.of(rules).withFailureListener(failures),
        null,
        rules.knowledgeVersion(),
        null,
        settled);
  }
}

package org.fundwatch.streaming.judging;

import java.util.function.Consumer;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.RuleSetException;

/** Makes judges of the rule library and the models. */
public final class LibraryJudgeMaker implements Judge.Maker {

  private static final long serialVersionUID = 1;

  @Override
  public Judge make(String bundle, Consumer<RuleFailure> failures) throws RuleSetException {
    RuleBundle rules = bundle.isEmpty() ? RuleBundle.builtIn() : RuleBundle.fromJson(bundle);
    return new LibraryJudge(RuleCompiler.compile(rules).withFailureListener(failures));
  }
}

package org.fundwatch.standalone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.junit.jupiter.api.Test;

class PurposesTest {

  private static final Set<String> MODELS = Set.of("ML01-low-threshold", "ML02-unusual-stay");

  /** A rule that is not named has no fraud of its own in the simulation: it is scored as such. */
  @Test
  void purposes_nameRulesAndModelsThatExistOnce() throws RuleSetException {
    Set<String> known = new TreeSet<>(MODELS);
    RuleCompiler.compile(RuleBundle.builtIn()).rules().forEach(rule -> known.add(rule.id()));

    assertThat(
            Stream.concat(Purposes.REQUIRED.stream(), Purposes.OTHERS.stream())
                .flatMap(purpose -> purpose.rules().stream())
                .toList())
        .doesNotHaveDuplicates()
        .isSubsetOf(known);
  }
}

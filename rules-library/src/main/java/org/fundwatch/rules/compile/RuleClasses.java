package org.fundwatch.rules.compile;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;
import org.fundwatch.rules.check.CheckedRule;
import org.fundwatch.rules.check.Environment;

/** Compiles checked rules to JVM classes of class loaders of their own. */
public final class RuleClasses {

  private static final String PACKAGE = "org.fundwatch.rules.compiled";

  // Rules that share a class loader; the groups are compiled side by side.
  private static final int AT_ONCE = 16;

  private RuleClasses() {}

  /** The rules ready to run, in the same order. */
  public static List<CompiledRule> compile(List<CheckedRule> rules, Environment environment) {
    return Lists.partition(rules, AT_ONCE).parallelStream()
        .flatMap(some -> compileTogether(some, environment).stream())
        .toList();
  }

  private static List<CompiledRule> compileTogether(
      List<CheckedRule> rules, Environment environment) {
    StringBuilder source =
        new StringBuilder(
            """
            package %s;
            import org.fundwatch.rules.compile.Evaluation;
            import org.fundwatch.rules.compile.EvaluationError;
            """
                .formatted(PACKAGE));
    for (int i = 0; i < rules.size(); i++) {
      source.append(RuleWriter.write(rules.get(i), environment, "Rule" + i));
    }
    ClassLoader loader = load(source.toString());
    List<CompiledRule> compiled = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      compiled.add(
          new CompiledRule(
              rules.get(i),
              factory(loader, "Rule" + i),
              environment.tables(),
              environment.grouping()));
    }
    return compiled;
  }

  private static ClassLoader load(String source) {
    try {
      SimpleCompiler compiler = new SimpleCompiler();
      compiler.setParentClassLoader(RuleClasses.class.getClassLoader());
      compiler.cook(new StringReader(source));
      return compiler.getClassLoader();
    } catch (CompileException | IOException e) {
      // The checks let nothing through that cannot be compiled: this is a fault of ours.
      throw new IllegalStateException("checked rules do not compile:\n" + source, e);
    }
  }

  private static Evaluation.Factory factory(ClassLoader loader, String name) {
    try {
      return (Evaluation.Factory)
          loader.loadClass(PACKAGE + "." + name + "Factory").getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rule " + name + " cannot be created", e);
    }
  }
}

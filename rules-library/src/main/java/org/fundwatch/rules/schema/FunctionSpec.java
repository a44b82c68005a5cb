package org.fundwatch.rules.schema;

import dev.cel.common.types.CelType;
import java.lang.reflect.Method;
import java.util.List;
import org.fundwatch.rules.knowledge.GroupingBook;

/**
 * A function of our own.
 *
 * @param name in expressions
 * @param overload unique by its parameter types
 * @param parameters their types
 * @param result its type
 * @param method the static Java method behind it; one that groups stays first takes the {@link
 *     GroupingBook} of the rule-set, of which expressions know nothing
 * @param doc what it does
 */
public record FunctionSpec(
    String name,
    String overload,
    List<CelType> parameters,
    CelType result,
    Method method,
    String doc) {

  public FunctionSpec {
    parameters = List.copyOf(parameters);
  }

  /** True where the method first takes the {@link GroupingBook} of the rule-set. */
  public boolean readsGrouping() {
    return method.getParameterCount() > parameters.size();
  }
}

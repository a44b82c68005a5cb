package org.fundwatch.rules.compile;

import java.util.List;
import org.fundwatch.rules.check.CheckedRule;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.KnowledgeTable;
import org.fundwatch.rules.source.Parameter;
import org.fundwatch.rules.source.RuleDocument;

/** A rule ready to run. Immutable and thread-safe. */
public final class CompiledRule {

  private static final Context NOWHERE = new Context(0, "", "", "");

  private final CheckedRule checked;
  private final Evaluation.Factory factory;
  private final List<KnowledgeTable> tables;
  private final GroupingBook grouping;
  private final List<Parameter> parameters;
  private final ParameterValues defaults;
  private final boolean overlaid;

  CompiledRule(
      CheckedRule checked,
      Evaluation.Factory factory,
      List<KnowledgeTable> tables,
      GroupingBook grouping) {
    this.checked = checked;
    this.factory = factory;
    this.tables = List.copyOf(tables);
    this.grouping = grouping;
    this.parameters = checked.document().parameters();
    this.overlaid = parameters.stream().anyMatch(parameter -> !parameter.overlays().isEmpty());
    this.defaults = ParameterValues.of(parameters, NOWHERE);
  }

  /** The same rule, telling {@code listener} whenever it is evaluated. */
  public CompiledRule watched(Runnable listener) {
    return new CompiledRule(
        checked,
        (variables, inputs) -> {
          listener.run();
          return factory.create(variables, inputs);
        },
        tables,
        grouping);
  }

  /** The rule as written. */
  public RuleDocument document() {
    return checked.document();
  }

  /** The rule as checked. */
  public CheckedRule checked() {
    return checked;
  }

  /** The knowledge tables of its rule-set. */
  public List<KnowledgeTable> tables() {
    return tables;
  }

  /** Those of them that group stays. */
  public GroupingBook grouping() {
    return grouping;
  }

  /** Its evaluation on a subject. */
  public Evaluation on(List<Object> variables, Context context) {
    return factory.create(
        variables, new Evaluation.Inputs(parametersAt(context), tables, grouping, context));
  }

  /** The parameter values that hold at a place and time. */
  public ParameterValues parametersAt(Context context) {
    return overlaid ? ParameterValues.of(parameters, context) : defaults;
  }
}

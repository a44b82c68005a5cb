package org.fundwatch.rules.compile;

import java.util.List;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.KnowledgeTable;

/**
 * A rule on one subject. Each rule is compiled to a subclass; a fact is computed at most once, when
 * it is first needed. Every method may throw {@link EvaluationError}. Not thread-safe.
 */
public abstract class Evaluation {

  /** Values of the parameters. */
  protected final ParameterValues param;

  /** Knowledge tables by number. */
  protected final List<KnowledgeTable> tables;

  /** How stays are grouped, weighed and paid. */
  protected final GroupingBook grouping;

  /** When and where. */
  protected final Context context;

  /** On one subject. */
  protected Evaluation(Inputs inputs) {
    this.param = inputs.parameters();
    this.tables = inputs.tables();
    this.grouping = inputs.grouping();
    this.context = inputs.context();
  }

  /** Whether the condition holds. */
  public abstract boolean condition();

  /** Whether an exception holds. */
  public abstract boolean exception(int index);

  /** A fact: Long, Double, Boolean, String or List. */
  public abstract Object fact(int index);

  /** The amount at risk in fen. */
  public abstract long amount();

  /** In 0..1. */
  public abstract double confidence();

  /** Identifiers of evidence: String or List of String. */
  public abstract Object evidence(int index);

  /** The rows of a table in force. */
  protected final List<?> rows(int table, String key) {
    return tables.get(table).rows(key, context.day(), context.region());
  }

  /** What is to be noted beside a row of knowledge: of a baseline, which closing measured it. */
  public final String note(String row) {
    for (KnowledgeTable table : tables) {
      String closing = table.closing(row);
      if (!closing.isEmpty()) {
        return closing;
      }
    }
    return "";
  }

  /**
   * What a rule needs beside its subject.
   *
   * @param parameters values that hold
   * @param tables knowledge tables by number
   * @param grouping those of them that group stays
   * @param context when and where
   */
  public record Inputs(
      ParameterValues parameters,
      List<KnowledgeTable> tables,
      GroupingBook grouping,
      Context context) {}

  /** Makes the evaluation of one rule. */
  public interface Factory {
    /**
     * For one subject.
     *
     * @param variables of the subject's type, in its order
     */
    Evaluation create(List<Object> variables, Inputs inputs);
  }
}

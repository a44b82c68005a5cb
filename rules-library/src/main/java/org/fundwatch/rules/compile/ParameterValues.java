package org.fundwatch.rules.compile;

import java.util.List;
import org.fundwatch.rules.source.Parameter;

/** The values of a rule's parameters for one place and day. Immutable. */
public final class ParameterValues {

  private final Object[] values;

  private ParameterValues(Object[] values) {
    this.values = values;
  }

  static ParameterValues of(List<Parameter> parameters, Context context) {
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          parameters
              .get(i)
              .valueAt(context.day(), context.region(), context.level(), context.insurance());
    }
    return new ParameterValues(values);
  }

  /** An int, or a duration in milliseconds. */
  public long whole(int index) {
    return (Long) values[index];
  }

  /** A double. */
  public double decimal(int index) {
    return (Double) values[index];
  }

  /** A text. */
  public String text(int index) {
    return (String) values[index];
  }

  /** A list of texts. */
  public List<?> texts(int index) {
    return (List<?>) values[index];
  }
}

package org.fundwatch.rules.check;

import java.util.Map;
import java.util.Optional;

/**
 * A standard operation of CEL that rules may use.
 *
 * @param java its Java form, {@code $0} and {@code $1} for the operands
 * @param fails true where some operands make it fail
 */
public record Operator(String java, boolean fails) {

  private static final String OPS = "org.fundwatch.rules.compile.Operations.";

  private static final Map<String, Operator> BY_OVERLOAD =
      Map.ofEntries(
          failing("add_int64", OPS + "add($0, $1)"),
          total("add_double", "($0 + $1)"),
          total("add_string", "$0.concat($1)"),
          total("add_list", OPS + "concat($0, $1)"),
          failing("add_timestamp_duration", OPS + "add($0, $1)"),
          failing("add_duration_timestamp", OPS + "add($0, $1)"),
          failing("add_duration_duration", OPS + "add($0, $1)"),
          failing("subtract_int64", OPS + "subtract($0, $1)"),
          total("subtract_double", "($0 - $1)"),
          failing("subtract_timestamp_timestamp", OPS + "subtract($0, $1)"),
          failing("subtract_timestamp_duration", OPS + "subtract($0, $1)"),
          failing("subtract_duration_duration", OPS + "subtract($0, $1)"),
          failing("multiply_int64", OPS + "multiply($0, $1)"),
          total("multiply_double", "($0 * $1)"),
          failing("divide_int64", OPS + "divide($0, $1)"),
          total("divide_double", "($0 / $1)"),
          failing("modulo_int64", OPS + "modulo($0, $1)"),
          failing("negate_int64", OPS + "subtract(0L, $0)"),
          total("negate_double", "(-$0)"),
          total("logical_not", "(!$0)"),
          total("less_int64", "($0 < $1)"),
          total("less_double", "($0 < $1)"),
          total("less_timestamp", "($0 < $1)"),
          total("less_duration", "($0 < $1)"),
          total("less_string", "($0.compareTo($1) < 0)"),
          total("less_equals_string", "($0.compareTo($1) <= 0)"),
          total("greater_string", "($0.compareTo($1) > 0)"),
          total("greater_equals_string", "($0.compareTo($1) >= 0)"),
          total("less_equals_int64", "($0 <= $1)"),
          total("less_equals_double", "($0 <= $1)"),
          total("less_equals_timestamp", "($0 <= $1)"),
          total("less_equals_duration", "($0 <= $1)"),
          total("greater_int64", "($0 > $1)"),
          total("greater_double", "($0 > $1)"),
          total("greater_timestamp", "($0 > $1)"),
          total("greater_duration", "($0 > $1)"),
          total("greater_equals_int64", "($0 >= $1)"),
          total("greater_equals_double", "($0 >= $1)"),
          total("greater_equals_timestamp", "($0 >= $1)"),
          total("greater_equals_duration", "($0 >= $1)"),
          total("size_list", "((long) $0.size())"),
          total("list_size", "((long) $0.size())"),
          total("size_string", OPS + "size($0)"),
          total("string_size", OPS + "size($0)"),
          total("starts_with_string", "$0.startsWith($1)"),
          total("ends_with_string", "$0.endsWith($1)"),
          total("contains_string", "$0.contains($1)"),
          total("int64_to_double", "((double) $0)"),
          failing("double_to_int64", OPS + "whole($0)"));

  /** The operation of a CEL overload, empty where rules may not use it. */
  public static Optional<Operator> of(String overload) {
    return Optional.ofNullable(BY_OVERLOAD.get(overload));
  }

  private static Map.Entry<String, Operator> total(String overload, String java) {
    return Map.entry(overload, new Operator(java, false));
  }

  private static Map.Entry<String, Operator> failing(String overload, String java) {
    return Map.entry(overload, new Operator(java, true));
  }
}

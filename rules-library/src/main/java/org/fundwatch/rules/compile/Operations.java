package org.fundwatch.rules.compile;

import java.util.ArrayList;
import java.util.List;

/** CEL's operations as compiled rules call them; they fail where CEL's fail. */
public final class Operations {

  private Operations() {}

  /** The sum of two ints. */
  public static long add(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw overflow();
    }
    return sum;
  }

  /** The difference of two ints. */
  public static long subtract(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      throw overflow();
    }
    return difference;
  }

  /** The product of two ints. */
  public static long multiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if ((high != 0 || low < 0) && (high != -1 || low >= 0)) {
      throw overflow();
    }
    return low;
  }

  /** The quotient of two ints, cut towards zero. */
  public static long divide(long a, long b) {
    if (b == 0) {
      throw new EvaluationError("divide by zero");
    }
    if (a == Long.MIN_VALUE && b == -1) {
      throw overflow();
    }
    return a / b;
  }

  /** The remainder of a division of ints. */
  public static long modulo(long a, long b) {
    if (b == 0) {
      throw new EvaluationError("modulo by zero");
    }
    return a % b;
  }

  /** A double as int, cut towards zero. */
  public static long whole(double value) {
    if (!(value > Long.MIN_VALUE && value < Long.MAX_VALUE)) {
      throw overflow();
    }
    return (long) value;
  }

  /** The number of characters of a text. */
  public static long size(String text) {
    return text.codePointCount(0, text.length());
  }

  /** One list after the other. */
  public static List<Object> concat(List<?> a, List<?> b) {
    List<Object> both = new ArrayList<>(a.size() + b.size());
    both.addAll(a);
    both.addAll(b);
    return both;
  }

  /** The element at a place. */
  public static Object element(List<?> list, long index) {
    if (index < 0 || index >= list.size()) {
      throw new EvaluationError("index " + index + " of a list of " + list.size());
    }
    return list.get((int) index);
  }

  private static EvaluationError overflow() {
    return new EvaluationError("overflow");
  }
}

package org.fundwatch.alertapi.problem;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is allowed where a value of a type is wanted, in words. */
final class Allowed {
  private static final Set<Class<?>> WHOLE =
      Set.of(Long.class, long.class, Integer.class, int.class);

  private Allowed() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", "));
    }
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == LocalDate.class) {
      return "a date as 2026-01-31";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return CharSequence.class.isAssignableFrom(type) ? "text" : "an object";
  }
}

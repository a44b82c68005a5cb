package org.fundwatch.domain.code;

/**
 * A shape of codes by example: {@code 9} stands for a digit, {@code A} for a capital letter, any
 * other character for itself. {@code D999} is the shape of {@code D042}.
 */
final class Shape {

  private final String example;

  Shape(String example) {
    this.example = example;
  }

  String example() {
    return example;
  }

  boolean fits(String text) {
    int length = example.length();
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!fits(example.charAt(i), text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char kind, char c) {
    return switch (kind) {
      case '9' -> c >= '0' && c <= '9';
      case 'A' -> c >= 'A' && c <= 'Z';
      default -> c == kind;
    };
  }
}

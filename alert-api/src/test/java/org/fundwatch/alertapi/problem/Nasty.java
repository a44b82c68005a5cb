package org.fundwatch.alertapi.problem;

import java.util.List;
import java.util.Map;

/** Values that nobody sends who means well. */
final class Nasty {
  private Nasty() {}

  /** JSON in place of a text. */
  static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"<script>alert(1)</script><img src=x onerror=alert(1)>\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\uffff\\u202e\\ufeff\"",
          "\"* OR id:(a AND b) ~ ^2 [1 TO 9] /.*/ \\\\ \\\" && || ! {}\"",
          "\"{\\\"query\\\":{\\\"match_all\\\":{}}}\"",
          "\"../../etc/passwd\"",
          "\"%s%n${jndi:ldap://x}#{1+1}\"",
          "\"" + "长".repeat(20_000) + "\"");

  /** JSON in place of a number or a truth. */
  static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "1e400",
          "1.5",
          "1e3",
          "NaN",
          "-0",
          "1" + "0".repeat(500));

  /** Wrong types by the type that is wanted. */
  static final Map<String, List<String>> WRONG =
      Map.of(
          "string", List.of("1", "true", "[]", "{}", "1.5"),
          "integer", List.of("\"1\"", "true", "[]", "{}", "1.5", "9223372036854775808", "1e400"),
          "number", List.of("\"1\"", "true", "[]", "{}"),
          "boolean", List.of("\"true\"", "1", "[]", "{}"),
          "array", List.of("\"x\"", "1", "true", "{}"),
          "object", List.of("\"x\"", "1", "true", "[]"));

  /** Whole bodies. */
  static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "\"x\"",
          "1",
          "{",
          "{}}",
          "{\"a\":1,}",
          "{'a':1}",
          "{\"\\ud800\":1}",
          "[".repeat(50_000),
          "{\"a\":".repeat(20_000),
          "{\"" + "k".repeat(60_000) + "\":1}");

  /** Percent-encoded values of parameters and parts of paths. */
  static final List<String> ENCODED =
      List.of(
          "%00",
          "a%00b",
          "%ED%A0%80",
          "%FF%FE",
          "%3Cscript%3Ealert(1)%3C/script%3E",
          "*%20OR%20id%3A(a%20AND%20b)%20~%20%5B1%20TO%209%5D%20%2F.*%2F",
          "%7B%22match_all%22%3A%7B%7D%7D",
          "..",
          "%2e%2e",
          "-1",
          "9223372036854775808",
          "1e400",
          "NaN",
          "x".repeat(300),
          "%E9%95%BF".repeat(600));

  /** Cursors: of nobody, of another list, of numbers beyond long. */
  static final List<String> CURSORS =
      List.of(
          "x",
          "e30",
          "bnVsbA",
          "W10",
          "eyJwaXQiOiJ4IiwiYWZ0ZXIiOlsxZTQwMF0sImxpc3QiOiJ4In0",
          "eyJwaXQiOm51bGwsImFmdGVyIjpbXSwibGlzdCI6IiJ9");

  /** Values of headers. */
  static final List<String> HEADERS =
      List.of(
          "",
          "*",
          "\"",
          "\"\"",
          "W/\"1\"",
          "\"-1\"",
          "\"99999999999999999999\"",
          "\"1-1-1\"",
          "\"a\"",
          "\"1\", \"2\"",
          "<script>",
          "x".repeat(5_000));
}

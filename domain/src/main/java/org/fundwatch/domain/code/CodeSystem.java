package org.fundwatch.domain.code;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shape of the codes of a code system (shared domain notes, "Code systems"). A shape is what
 * can be checked without the national dictionaries; membership is checked by rules over knowledge
 * tables.
 */
public enum CodeSystem {
  INSTITUTION(
      "[HP]\\d{11}",
      "H (hospital) or P (pharmacy), then 11 digits",
      "H99999999999",
      "P99999999999"),
  DOCTOR("D\\d{12}", "D, then 12 digits", "D999999999999"),
  /** Western drug, Chinese patent drug, herb or preparation, service item, consumable. */
  ITEM(
      "X[A-Z]\\d{2}[A-Z]{3}\\d{3}[A-Z]\\d{12}"
          + "|Z[A-Z]\\d{2}[A-Z]{3}\\d{13}"
          + "|[STZ][0-9A-Z]{6,29}"
          + "|\\d{15}"
          + "|C\\d{19}(\\d{7})?",
      "a national code of a drug (X or Z), herb (T), preparation (S or Z), service item (15 digits)"
          + " or consumable (C, then 19 or 26 digits)",
      "999999999999999",
      "XA99AAA999A999999999999",
      "ZA99AAA9999999999999"),
  DIAGNOSIS(
      "ICD([+*]ICD)?[+*]?".replace("ICD", "[A-Z]\\d{2}(\\.[0-9x]\\d{0,2}(x\\d{3})?)?"),
      "an ICD-10 code such as I10.x04, K80.000x004 or A01.000x016+I41.0*",
      "A99.999",
      "A99.x99",
      "A99.999x999",
      "A99.x00x999",
      "A99.9",
      "A99"),
  OPERATION(
      "\\d{2}\\.[\\dA-Zx]{2,5}(x\\d{3})?",
      "an ICD-9-CM-3 code such as 51.2300x001", "99.9999", "99.9999x999"),
  REGION("\\d{6}", "six digits", "999999"),
  TRACE_CODE(
      "\\d{20}|01\\d{14}.*21[!-~]{1,20}.*|[0-9A-Za-z]{10,100}",
      "a drug traceability code of 10 to 100 letters and digits",
      "99999999999999999999");

  private final Pattern pattern;
  private final String allowed;

  // The pattern in its usual cases, which are told faster without it.
  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Shape[] usual;

  /**
   * @param usual examples of shapes that the expression allows, see {@link Shape}
   */
  CodeSystem(String regex, String allowed, String... usual) {
    this.pattern = Pattern.compile(regex);
    this.allowed = allowed;
    this.usual = Stream.of(usual).map(Shape::new).toArray(Shape[]::new);
  }

  /** True where the text has the shape of this system's codes. */
  public boolean matches(String text) {
    for (Shape shape : usual) {
      if (shape.fits(text)) {
        return true;
      }
    }
    return pattern.matcher(text).matches();
  }

  /** Examples of the usual shapes, see {@link Shape}. */
  List<String> examples() {
    return Stream.of(usual).map(Shape::example).toList();
  }

  /** The shape in words, for an error message. */
  public String allowed() {
    return allowed;
  }

  /** The shape as a regular expression, for the JSON schema. */
  public String regex() {
    return "^(" + pattern.pattern() + ")$";
  }
}

package org.fundwatch.alertapi.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Texts of requests. Halves of a character cannot be written as UTF-8, and control characters but
 * line ends and tabs mean nothing in what people say: both are refused instead of being changed.
 */
final class PlainText extends StdScalarDeserializer<String> {
  static final String ALLOWED = "text of whole characters, without control characters";

  private static final char UNKNOWN = '\uFFFD';

  PlainText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    var text = StringDeserializer.instance.deserialize(parser, context);
    return text == null || text.codePoints().noneMatch(PlainText::isStrange)
        ? text
        : (String) context.handleWeirdStringValue(String.class, "", ALLOWED);
  }

  /** A text with everything strange in it replaced, to be shown. */
  static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints().forEach(point -> shown.appendCodePoint(isStrange(point) ? UNKNOWN : point));
    return shown.toString();
  }

  private static boolean isStrange(int point) {
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return half
        || (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t');
  }
}

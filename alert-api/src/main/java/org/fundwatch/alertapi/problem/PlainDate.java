package org.fundwatch.alertapi.problem;

import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;

/** Dates as text alone: the library's own reader also takes lists, an empty one for no date. */
final class PlainDate extends StdDeserializer<LocalDate> {
  PlainDate() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser json, DeserializationContext context) {
    return json.hasToken(JsonToken.VALUE_STRING)
        ? LocalDateDeserializer.INSTANCE.deserialize(json, context)
        : (LocalDate) context.handleUnexpectedToken(getValueType(context), json);
  }
}

package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fundwatch.rules.schema.FunctionSpec;
import org.fundwatch.rules.schema.Schema;
import org.fundwatch.rules.schema.SubjectType;
import org.junit.jupiter.api.Test;

/** The guide's tables of fields and functions are those of the code. */
class AuthoringGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "rule-authoring.md");

  @Test
  void guide_endsWithTheReference() throws IOException {
    Path actual = Path.of("target", "rule-authoring-reference.md");
    Files.writeString(actual, reference());

    assertThat(Files.readString(GUIDE)).as("written to " + actual).endsWith(reference());
  }

  private static String reference() {
    StringBuilder text = new StringBuilder("| subject | variables |\n|---|---|\n");
    for (SubjectType subject : SubjectType.values()) {
      String variables =
          subject.variables().entrySet().stream()
              .map(one -> "`" + one.getKey() + "` (" + Schema.typeOf(one.getValue()).name() + ")")
              .collect(Collectors.joining(", "));
      text.append("| `%s` | %s |%n".formatted(subject.text(), variables));
    }
    Schema.structs()
        .forEach(
            (name, struct) -> {
              text.append(
                  "%n**%s**%n%n| field | type | what it is |%n|---|---|---|%n".formatted(name));
              struct
                  .fields()
                  .values()
                  .forEach(
                      field ->
                          text.append(
                              "| `%s` | %s | %s |%n"
                                  .formatted(
                                      field.name(),
                                      name(field.type()).toLowerCase(Locale.ROOT),
                                      field.doc())));
            });
    text.append(
        "%n**Functions**%n%n| function | gives | what it does |%n|---|---|---|%n".formatted());
    for (FunctionSpec function : Schema.functions()) {
      String parameters =
          function.parameters().stream()
              .map(AuthoringGuideTest::name)
              .collect(Collectors.joining(", "));
      text.append(
          "| `%s(%s)` | %s | %s |%n"
              .formatted(function.name(), parameters, name(function.result()), function.doc()));
    }
    return text.toString();
  }

  private static String name(CelType type) {
    return CelTypes.format(type).replace("google.protobuf.", "");
  }
}

package org.fundwatch.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertSchema;
import org.fundwatch.domain.settlement.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/event-format.md and docs/schema say what the code does. */
class EventFormatDocTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<String> events() throws IOException {
    return examples().filter(json -> json.contains("\"infno\"")).toList();
  }

  static List<String> alerts() throws IOException {
    return examples().filter(json -> !json.contains("\"infno\"")).toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void event_inTheDocument_isReadAndWrittenAgain(String json) throws IOException {
    Parsed parsed = new SettlementEventReader().read(json.getBytes(UTF_8));

    assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
    byte[] written = new SettlementEventWriter().write(((Parsed.Accepted) parsed).event());
    assertThat(new SettlementEventReader().read(written)).isEqualTo(parsed);
  }

  @Test
  void events_inTheDocument_showEveryKindAndTheMessageReversal() throws IOException {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    Set<String> transactions = new TreeSet<>();
    for (String json : events()) {
      var event =
          ((Parsed.Accepted) new SettlementEventReader().read(json.getBytes(UTF_8))).event();
      kinds.add(event.kind());
      transactions.add(event.transaction());
    }

    assertThat(kinds).containsExactlyInAnyOrder(EventKind.values());
    assertThat(transactions).contains("2207", "2304", "2208", "2601", "4101");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void alert_inTheDocument_isTheOneThatIsWritten(String json) throws IOException {
    byte[] written = AlertJson.write(AlertJson.read(json.getBytes(UTF_8)));

    assertThat(MAPPER.readTree(written)).isEqualTo(MAPPER.readTree(json));
  }

  @Test
  void fields_ofTheCode_areTheRowsOfTheDocument() throws IOException {
    List<String> rows =
        Files.readString(DOCS.resolve("event-format.md"))
            .lines()
            .dropWhile(line -> !line.equals("### Fields"))
            .takeWhile(line -> !line.equals("## Alerts"))
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            EventSchema.parts().stream()
                .flatMap(part -> part.fields().stream())
                .map(EventFormatDocTest::row)
                .toList());
  }

  @Test
  void schemas_inTheDocuments_areThoseOfTheCode() throws IOException {
    assertThat(DOCS.resolve("schema/settlement-event.schema.json"))
        .hasContent(EventSchema.jsonSchema());
    assertThat(DOCS.resolve("schema/alert.schema.json")).hasContent(AlertSchema.jsonSchema());
  }

  private static String row(Field field) {
    int colon = field.meaning().lastIndexOf(": ");
    return "| `%s` | %s | %s%s | %s | %s |"
        .formatted(
            field.key(),
            field.presence() == Field.Presence.REQUIRED ? "yes" : "",
            field.type().allowed(),
            field.personal() ? "; personal" : "",
            field.meaning().substring(0, colon),
            field.meaning().substring(colon + 2));
  }

  private static Stream<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(DOCS.resolve("event-format.md")))
        .results()
        .map(match -> match.group(1));
  }
}

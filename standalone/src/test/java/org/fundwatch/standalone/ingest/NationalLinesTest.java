package org.fundwatch.standalone.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalLinesTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("events.jsonl");
  }

  @Test
  void next_events_sentAsTheyAre() throws IOException {
    String line = Events.json("S1", "P1").replace("{\"infno\"", "{\"unknown\":[1,{}],\"infno\"");
    Files.writeString(file, "\uFEFF" + line + "\r\n\n" + Events.json("S2", "P2"));

    try (NationalLines source = new NationalLines(file)) {
      SourceRecord first = source.next();
      assertThat(new String(first.event().json(), UTF_8)).isEqualTo(line + "\r");
      assertThat(first.event().person()).isEqualTo("P1");
      assertThat(source.next().event().person()).isEqualTo("P2");
      assertThat(source.next()).isNull();
      assertThat(source.bytes()).isEqualTo(source.totalBytes());
    }
  }

  @Test
  void next_badLines_refusedWithPlaceAndTheRestGoesOn() throws IOException {
    Files.writeString(
        file,
        String.join(
            "\n",
            "{\"infno\":",
            "not json",
            Events.json("S1", "P1")
                .replace("\"11\"", "\"11\",\"adm_time\":\"2025-02-30 08:00:00\""),
            Events.json("S2", "P2").replace("H32010000001", "320100"),
            Events.json("S3", "P3")));

    Records records = Records.of(new NationalLines(file));

    assertThat(records.events()).hasSize(1);
    assertThat(records.refusals())
        .containsExactly(
            "events.jsonl:1: $: the text ends too early at byte 9; one JSON object in UTF-8",
            "events.jsonl:2: $: malformed JSON at byte 4; one JSON object in UTF-8",
            "events.jsonl:3: setlinfo.adm_time: \"2025-02-30 08:00:00\"; a time yyyy-MM-dd HH:mm:ss"
                + " that exists",
            "events.jsonl:4: setlinfo.fixmedins_code: \"320100\"; H (hospital) or P (pharmacy), then"
                + " 11 digits");
  }

  @Test
  void next_emptyFile_refused() throws IOException {
    Files.writeString(file, "\n \n");

    assertThat(Records.of(new NationalLines(file)).refusals())
        .containsExactly("events.jsonl:1: $: an empty file; one JSON object a line");
  }

  @Test
  void next_tenMegabytes_refusedAndTheNextIsRead() throws IOException {
    String huge =
        Events.json("S1", "P1")
            .replace("{\"infno\"", "{\"x\":\"" + "y".repeat(10 << 20) + "\",\"infno\"");
    Files.writeString(file, huge + "\n" + Events.json("S2", "P2"));

    Records records = Records.of(new NationalLines(file));

    assertThat(records.events()).hasSize(1);
    assertThat(records.refusals())
        .containsExactly(
            "events.jsonl:1: $: " + huge.length() + " bytes; an event of at most 8388608 bytes");
  }

  @Test
  void next_otherEncoding_refused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(
        Events.json("S1", "P1")
            .replace("\"P1\"", "\"P1\",\"psn_name\":\"张三\"")
            .getBytes(Charset.forName("GBK")));
    Files.write(file, bytes.toByteArray());

    Records records = Records.of(new NationalLines(file));

    assertThat(records.events()).isEmpty();
    assertThat(records.refusals())
        .singleElement()
        .asString()
        .matches("events.jsonl:1: \\$: a byte that is not UTF-8 at byte \\d+; .*");
  }
}

package org.fundwatch.standalone.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("t.csv");
  }

  @Test
  void next_barDelimiter_keepsCommasQuotesAndLineBreaks() throws IOException {
    Files.writeString(file, "\uFEFFa|@| B \r\n1,5|@|\"x\r\ny\"\r\n2|@|\r\n");

    try (DelimitedFile rows = DelimitedFile.open(file, new ByteCount())) {
      Row first = rows.next();
      assertThat(first.get("A")).isEqualTo("1,5");
      assertThat(first.get("B")).isEqualTo("x\r\ny");
      Row second = rows.next();
      assertThat(second.line()).isEqualTo(4);
      assertThat(second.get("B")).isEmpty();
      assertThat(second.get("C")).as("a column that is not there").isEmpty();
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void next_rowOfOtherLength_saysWhere() throws IOException {
    Files.writeString(file, "a,b\n1,2\n1,2,3\n");

    try (DelimitedFile rows = DelimitedFile.open(file, new ByteCount())) {
      rows.next();
      assertThatThrownBy(rows::next)
          .hasMessage(
              file + ":3: 3 cells; 2 as in the header, text with the delimiter in double quotes");
    }
  }

  @Test
  void next_otherEncoding_saysWhere() throws IOException {
    Files.write(file, "a,b\n1,2\n3,张\n".getBytes(Charset.forName("GBK")));

    assertThatThrownBy(
            () -> {
              try (DelimitedFile rows = DelimitedFile.open(file, new ByteCount())) {
                while (rows.next() != null) {}
              }
            })
        .hasMessageContaining("bytes that are not UTF-8 after line")
        .hasMessageEndingWith("; text in UTF-8");
  }

  @Test
  void open_emptyOrColumnTwice_refused() throws IOException {
    Files.writeString(file, "");
    assertThatThrownBy(() -> DelimitedFile.open(file, new ByteCount()))
        .hasMessage(file + ": empty; a header row and rows");

    Files.writeString(file, "a,A\n");
    assertThatThrownBy(() -> DelimitedFile.open(file, new ByteCount()))
        .hasMessage(file + ":1: column A twice; each column once");
  }
}

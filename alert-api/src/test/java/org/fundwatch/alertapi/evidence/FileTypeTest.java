package org.fundwatch.alertapi.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileTypeTest {
  @ParameterizedTest
  @CsvSource({
    "255044462d312e37,PDF",
    "89504e470d0a1a0a00,PNG",
    "ffd8ffe0,JPEG",
    "49492a0008,TIFF",
    "504b030414,ZIP",
    "0000001866747970,MP4",
    "e4bda0e5a5bd,TEXT"
  })
  void of_firstBytes_isTheType(String head, FileType type) {
    assertThat(FileType.of(HexFormat.of().parseHex(head))).contains(type);
  }

  @ParameterizedTest
  @CsvSource({"''", "7f454c46", "4d5a9000", "25504446ff", "e4bda0e5", "610062"})
  void of_anythingElse_isNone(String head) {
    assertThat(FileType.of(HexFormat.of().parseHex(head))).isEmpty();
  }

  @Test
  void of_textCutInACharacter_isText() {
    var head = Arrays.copyOf("你".repeat(FileType.HEAD).getBytes(UTF_8), FileType.HEAD);

    assertThat(FileType.of(head)).contains(FileType.TEXT);
  }
}

package org.fundwatch.alertapi.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceStoreTest {
  @TempDir Path folder;

  /** SM3 of "abc" is the first example of GB/T 32905. */
  @Test
  void put_file_isKeptUnderItsHash() throws IOException {
    var store = new EvidenceStore(new EvidenceSettings(folder));
    var file = store.put(new ByteArrayInputStream("abc".getBytes(UTF_8)));

    assertThat(file)
        .isEqualTo(
            new StoredFile(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                3,
                FileType.TEXT));
    assertThat(store.find(file.sha256())).map(EvidenceStoreTest::read).contains("abc");
    assertThat(store.put(new ByteArrayInputStream("abc".getBytes(UTF_8)))).isEqualTo(file);
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void put_foreignType_isRefusedAndLeavesNothing() throws IOException {
    var store = new EvidenceStore(new EvidenceSettings(folder));

    assertThatThrownBy(() -> store.put(new ByteArrayInputStream(new byte[] {'M', 'Z', 0})))
        .hasMessage(
            "body: not of a type that is taken; allowed: application/pdf, image/png, image/jpeg,"
                + " image/tiff, application/zip, video/mp4, text/plain");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void put_withoutAFolder_isRefused() {
    var store = new EvidenceStore(new EvidenceSettings(null));

    assertThatThrownBy(() -> store.put(new ByteArrayInputStream("abc".getBytes(UTF_8))))
        .hasMessage("files: nowhere to keep them; set fundwatch.evidence.folder");
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

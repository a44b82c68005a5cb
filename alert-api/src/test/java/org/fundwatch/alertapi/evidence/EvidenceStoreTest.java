package org.fundwatch.alertapi.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceStoreTest {
  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(25));

  @TempDir Path folder;

  /** SM3 of "abc" is the first example of GB/T 32905. */
  @Test
  void put_file_isKeptUnderItsHash() throws IOException {
    var store = store(folder);
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
    var store = store(folder);

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
    var store = store(null);

    assertThatThrownBy(() -> store.put(new ByteArrayInputStream("abc".getBytes(UTF_8))))
        .hasMessage("files: nowhere to keep them; set fundwatch.evidence.folder");
  }

  @Test
  void sweep_removesWhatIsOldAndUnnamedAlone() throws IOException {
    var named = put(NOW, "named");
    var unnamed = put(NOW, "unnamed");
    var young = put(LATER, "young");
    var unfinished = Files.createFile(folder.resolve("incoming1"));
    Files.setLastModifiedTime(unfinished, FileTime.from(NOW));

    int removed = at(LATER).unnamed().sweep(files -> files.remove(named));

    assertThat(removed).isEqualTo(2);
    assertThat(at(LATER).find(named)).isPresent();
    assertThat(at(LATER).find(young)).isPresent();
    assertThat(at(LATER).find(unnamed)).isEmpty();
    assertThat(files()).hasSize(2);
  }

  /** Between the two looks somebody keeps the same bytes again, and a case names them. */
  @Test
  void sweep_ofAFileThatComesAgain_keepsIt() throws IOException {
    var early = put(NOW, "early");
    var late = put(NOW, "late");
    var looks = new AtomicInteger();

    at(LATER)
        .unnamed()
        .sweep(
            files -> {
              // The first look is before the files are set aside, the second one after.
              put(LATER, looks.getAndIncrement() == 0 ? "early" : "late");
            });

    assertThat(looks).hasValue(2);
    assertThat(at(LATER).find(early)).isPresent();
    assertThat(at(LATER).find(late)).isPresent();
    assertThat(files()).hasSize(2);
  }

  @Test
  void sweep_brokenOff_givesBackWhatIsNamed() throws IOException {
    var named = put(NOW, "named");
    var looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                at(LATER)
                    .unnamed()
                    .sweep(
                        files -> {
                          if (looks.incrementAndGet() == 2) {
                            throw new IllegalStateException("killed");
                          }
                        }))
        .hasMessage("killed");
    assertThat(at(LATER).find(named)).isEmpty();

    assertThat(at(LATER).unnamed().sweep(files -> files.remove(named))).isZero();
    assertThat(at(LATER).find(named)).isPresent();
    assertThat(files()).hasSize(1);
  }

  @Test
  void sweep_withoutAFolder_doesNothing() {
    assertThat(store(null).unnamed().sweep(files -> {})).isZero();
  }

  private String put(Instant when, String text) {
    return at(when).put(new ByteArrayInputStream(text.getBytes(UTF_8))).sha256();
  }

  /** The store on the folder at a moment; what it keeps is as old as that. */
  private EvidenceStore at(Instant when) {
    return new EvidenceStore(
        new EvidenceSettings(folder, Duration.ofDays(1), Duration.ofHours(1)),
        Clock.fixed(when, ZoneOffset.UTC));
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static EvidenceStore store(@Nullable Path folder) {
    return new EvidenceStore(
        new EvidenceSettings(folder, Duration.ofDays(1), Duration.ofHours(1)), Clock.systemUTC());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

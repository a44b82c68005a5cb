package org.fundwatch.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.jsonl"), "one\n");
  }

  @Test
  void open_sameFileAndTopic_remembers() throws IOException {
    open("cluster settlements").note(7);

    assertThat(open("cluster settlements").acknowledged()).isEqualTo(7);
    assertThat(open("cluster other").acknowledged()).isZero();
  }

  @Test
  void open_otherContent_beginsAnew() throws IOException {
    open("c").note(7);
    Files.writeString(file, "two\n");

    assertThat(open("c").acknowledged()).isZero();
  }

  @Test
  void reset_beginsAnew() throws IOException {
    Ledger ledger = open("c");
    ledger.note(7);
    ledger.reset();

    assertThat(open("c").acknowledged()).isZero();
  }

  @Test
  void open_brokenPage_saysWhichAndWhatToDo() throws IOException {
    Ledger ledger = open("c");
    ledger.note(7);
    Path page = folder.resolve("ledger").resolve(ledger.name() + ".properties");
    Files.writeString(page, "acknowledged=seven");

    assertThatThrownBy(() -> open("c"))
        .hasMessage(page + ": acknowledged is 'seven'; a number (delete the file to begin anew)");
  }

  private Ledger open(String target) throws IOException {
    return Ledger.open(folder.resolve("ledger"), target, List.of(file));
  }
}

package org.fundwatch.alertapi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.fundwatch.alertapi.journal.Samples.Note;
import org.junit.jupiter.api.Test;

final class ChainTest {
  private static final StreamId STREAM = new StreamId(Kind.CASE, "C2026-000001");
  private static final Draft DRAFT = new Draft(STREAM, 0, "OPENED", new Note("核查", 5), "li");

  @Test
  void entry_ofADraft_saysTheSameAndHasItsHash() {
    var entry = Chain.link(DRAFT, "", 1_000);

    assertThat(entry.sequence()).isEqualTo(1);
    assertThat(entry.body()).isEqualTo("{\"amountFen\":5,\"text\":\"核查\"}");
    assertThat(entry.body(Note.class)).isEqualTo(new Note("核查", 5));
    assertThat(entry.hash()).matches("[0-9a-f]{64}").isEqualTo(Chain.hash(entry));
  }

  @Test
  void hash_ofTextsThatReadTheSameInARow_isAnother() {
    Set<String> hashes = new HashSet<>();
    hashes.add(hash("CD", "E", "F"));
    hashes.add(hash("C", "DE", "F"));
    hashes.add(hash("C", "D", "EF"));

    assertThat(hashes).hasSize(3);
  }

  @Test
  void body_thatIsNoSuchRecord_namesThePlaceAndNotTheContent() {
    var entry = new Entry(STREAM, 3, "NOTE", 0, "li", "{\"text\":[\"秘密\"]}", "", "");

    assertThatThrownBy(() -> entry.body(Note.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CASE/C2026-000001, entry 3 (NOTE): its body is no Note");
  }

  @Test
  void stream_withAnIdThatIsNone_isRefused() {
    assertThatThrownBy(() -> new StreamId(Kind.DESK, "a\nb"))
        .hasMessage("stream of kind DESK: id of 3 characters; 1 to 200 visible ones are allowed");
    assertThat(StreamId.parse("DESK/view-1/x")).contains(new StreamId(Kind.DESK, "view-1/x"));
    assertThat(StreamId.parse("DESKS/view-1")).isEmpty();
    assertThat(StreamId.parse("view")).isEmpty();
  }

  @Test
  void draft_withoutTypeOrNumber_isRefused() {
    assertThatThrownBy(() -> new Draft(STREAM, -1, "NOTE", "", "li"))
        .hasMessage(
            "CASE/C2026-000001: entry of type 'NOTE' after -1; a type and a number from 0 are"
                + " wanted");
  }

  private static String hash(String id, String type, String by) {
    return Chain.link(new Draft(new StreamId(Kind.CASE, id), 0, type, "", by), "", 0).hash();
  }
}

package org.fundwatch.alertapi.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
  @Test
  void text_readBack_isTheSamePlace() {
    var cursor = new Cursor("pit", List.of(9_007_199_254_740_993L, "A1"), "list");

    var read = Cursor.parse(cursor.text(), "list");

    assertThat(read).isEqualTo(cursor);
    assertThat(read.searchAfter().get(0).longValue()).isEqualTo(9_007_199_254_740_993L);
    assertThat(read.searchAfter().get(1).stringValue()).isEqualTo("A1");
  }

  @Test
  void parse_otherList_isRefused() {
    var cursor = new Cursor("pit", List.of(1L), "list").text();

    assertThatThrownBy(() -> Cursor.parse(cursor, "other"))
        .hasMessage(
            "cursor: made for other filters or another order; repeat those of the first page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"pit\":1", "\u0000"})
  void parse_notOurs_isRefused(String json) {
    var text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.parse(text, "list"))
        .hasMessage("cursor: not one of ours; take nextCursor of the page before as it is");
  }
}

package org.fundwatch.domain.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.junit.jupiter.api.Test;

class SettlementRowTest {

  private static final SettlementEvent SETTLED =
      settlement("S1")
          .line("XA01", "09", "1", "12.00", "2025-03-01 08:00:00")
          .event(EventKind.SETTLED, "m1");
  private static final SettlementEvent LIST =
      settlement("S1")
          .line("XA02", "09", "1", "11.00", "2025-03-01 08:00:00")
          .event(EventKind.AMENDED, "m2");
  private static final SettlementEvent PACKS =
      settlement("S1").traceCode("83000000000000000001", "XA01").event(EventKind.PACKS, "m3");

  @Test
  void lines_ofListWithLines_areTheLists() {
    assertThat(row(SettlementRow.SCHEMA, SETTLED, LIST, PACKS).lines())
        .extracting(FeeLine::item)
        .containsExactly("XA02");
  }

  @Test
  void lines_ofListWithout_areTheSettlements() {
    SettlementEvent bare = settlement("S1").event(EventKind.AMENDED, "m2");

    assertThat(row(SettlementRow.SCHEMA, SETTLED, bare, PACKS).lines())
        .extracting(FeeLine::item)
        .containsExactly("XA01");
  }

  @Test
  void read_withoutMessages_isRefused() {
    byte[] json = SettlementRowJson.write(row(SettlementRow.SCHEMA));

    assertThatThrownBy(() -> SettlementRowJson.read(json))
        .hasMessage("settlement row: no message; 1 or more");
  }

  @Test
  void write_row_isReadBackEqual() throws IOException {
    SettlementRow row = row(SettlementRow.SCHEMA, SETTLED, LIST, PACKS);

    byte[] json = SettlementRowJson.write(row);

    assertThat(SettlementRowJson.read(json)).isEqualTo(row);
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\n");
  }

  @Test
  void read_newerLayout_isRefused() {
    byte[] json = SettlementRowJson.write(row(2, SETTLED));

    assertThatThrownBy(() -> SettlementRowJson.read(json))
        .hasMessage("settlement row: schema 2; supported are 1 to 1");
  }

  @Test
  void read_broken_quotesNothing() {
    byte[] json = "{\"settlementId\":\"S-canary\",\"messages\":7}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> SettlementRowJson.read(json))
        .isInstanceOf(IOException.class)
        .hasMessage("no settlement row")
        .hasNoCause();
  }

  private static SettlementRow row(int schema, SettlementEvent... messages) {
    return new SettlementRow(schema, "S1", true, List.of(messages));
  }
}

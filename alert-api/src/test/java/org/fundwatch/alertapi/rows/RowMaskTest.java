package org.fundwatch.alertapi.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.junit.jupiter.api.Test;

final class RowMaskTest {
  private static final String TEXT =
      new String(SettlementRowJson.write(SampleRow.of(1).row()), UTF_8);

  @Test
  void text_masksPeopleByTheirPlace() {
    assertThat(TEXT).contains(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR).contains(SampleRow.DOCTORS);

    var masked = RowMask.text(TEXT);

    assertThat(masked)
        .contains("\"id\":\"T***10\"", "\"doctor\":\"D***21\"", "\"surgeon\":\"D***22\"")
        .contains("\"birthEpochDay\":null")
        .doesNotContain(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR)
        .doesNotContain(SampleRow.DOCTORS)
        .doesNotContain(String.valueOf(SampleRow.BIRTH_DAY));
  }

  @Test
  void text_keepsAllThatIsNobodys() {
    var before = RowDocument.parsed(TEXT);
    var after = RowDocument.parsed(RowMask.text(TEXT));

    assertThat(after.messages()).hasSameSizeAs(before.messages());
    assertThat(after.settlement().amounts()).isEqualTo(before.settlement().amounts());
    assertThat(after.settlement().diagnoses()).isEqualTo(before.settlement().diagnoses());
    assertThat(after.lines()).extracting("name").containsExactly("项目01", "项目02", "项目03");
    assertThat(after.messages().get(1).settlement().traceCodes())
        .isEqualTo(before.messages().get(1).settlement().traceCodes());
  }

  @Test
  void text_withACodeWhereNoneBelongs_hidesIt() {
    var odd = TEXT.replace("项目02", "复查 D320100000099 " + "T" + "0f".repeat(16));

    assertThat(RowMask.text(odd)).contains("复查 D***99 T***0f");
  }
}

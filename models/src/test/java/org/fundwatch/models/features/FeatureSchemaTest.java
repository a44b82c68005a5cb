package org.fundwatch.models.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeatureSchemaTest {

  @Test
  void columns_eachHasOneNameInTwoLanguages() {
    assertThat(FeatureSchema.columns()).extracting(Column::name).doesNotHaveDuplicates();
    assertThat(FeatureSchema.columns()).extracting(Column::zh).doesNotHaveDuplicates();
    assertThat(FeatureSchema.columns()).extracting(Column::en).doesNotHaveDuplicates();
  }

  @Test
  void phrase_everyUnit_readsAsASentencePart() {
    assertThat(FeatureSchema.column("cost").phraseZh(1234.5)).isEqualTo("医疗费总额1235元");
    assertThat(FeatureSchema.column("exam_share").phraseZh(0.853)).isEqualTo("检查费占比85%");
    assertThat(FeatureSchema.column("cost_vs_peers").phraseZh(-2.31))
        .isEqualTo("医疗费总额比同病组同级别低2.3个标准差");
    assertThat(FeatureSchema.column("cost_vs_peers").phraseEn(-2.31))
        .isEqualTo("total cost against peers 2.3 sd lower");
    assertThat(FeatureSchema.column("emergency").phraseZh(0)).isEqualTo("急诊入院：否");
    assertThat(FeatureSchema.column("age").phraseEn(Double.NaN)).isEqualTo("age not stated");
  }

  @Test
  void column_unknownName_isRefused() {
    assertThatThrownBy(() -> FeatureSchema.column("colour"))
        .hasMessage("feature 'colour': not in schema " + FeatureSchema.version());
  }
}

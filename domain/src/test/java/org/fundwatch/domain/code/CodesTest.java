package org.fundwatch.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodesTest {

  @ParameterizedTest
  @CsvSource({
    "INSTITUTION,H33010000001", "INSTITUTION,P33010000001", "DOCTOR,D330100000001",
    "ITEM,XL02BBA326A001010102180", "ITEM,ZD03AAA0043010100166", "ITEM,T000700200",
    "ITEM,002101030280000", "ITEM,C1234567890123456789", "DIAGNOSIS,A00.000",
    "DIAGNOSIS,K80.000x004", "DIAGNOSIS,I10.x04", "DIAGNOSIS,A01.000x016+I41.0*",
    "OPERATION,51.2300x001", "REGION,330100", "TRACE_CODE,81234567890123456789"
  })
  void matches_codeOfTheSystem_isTrue(CodeSystem system, String code) {
    assertThat(system.matches(code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "INSTITUTION,H3301",
    "DOCTOR,330100000001",
    "ITEM,CT",
    "ITEM,0021010302800",
    "DIAGNOSIS,5780",
    "DIAGNOSIS,J18.9001",
    "OPERATION,512300",
    "REGION,3301",
    "TRACE_CODE,123"
  })
  void matches_anythingElse_isFalse(CodeSystem system, String code) {
    assertThat(system.matches(code)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void usualShapes_holdOnlyWhatThePatternHolds(CodeSystem system) {
    assertThat(system.examples()).isNotEmpty();
    for (String example : system.examples()) {
      Shape shape = new Shape(example);
      // Any one letter and any one digit stand for all: the patterns know no single ones but these.
      for (String code : List.of(example, example.replace('9', '0').replace('A', 'Z'))) {
        assertThat(shape.fits(code)).as(code).isTrue();
        assertThat(code).matches(system.regex());
        for (int i = 0; i < code.length(); i++) {
          String wrong = code.substring(0, i) + '/' + code.substring(i + 1);
          assertThat(shape.fits(wrong)).as(wrong).isFalse();
        }
      }
      assertThat(shape.fits(example + '9')).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "11,OUTPATIENT",
    "140101,OUTPATIENT",
    "21,INPATIENT",
    "52,INPATIENT",
    "51,OUTPATIENT",
    "41,PHARMACY",
    "9901,OTHER",
    "'',OTHER"
  })
  void of_medType_goesByTheTable(String code, MedType expected) {
    assertThat(MedType.of(code)).isEqualTo(expected);
  }
}

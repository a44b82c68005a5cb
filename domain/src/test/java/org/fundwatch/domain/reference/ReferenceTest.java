package org.fundwatch.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.fundwatch.domain.code.CodeSystem;
import org.fundwatch.domain.settlement.Gender;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private final Reference reference = Reference.builtIn();

  @Test
  void everyCode_hasItsNationalShape() {
    assertThat(reference.items())
        .hasSizeGreaterThan(150)
        .allMatch(item -> CodeSystem.ITEM.matches(item.code()), "shape of an item code");
    assertThat(reference.diagnoses())
        .hasSizeGreaterThan(100)
        .allMatch(entry -> CodeSystem.DIAGNOSIS.matches(entry.code()), "shape of ICD-10");
    assertThat(reference.operations())
        .hasSizeGreaterThan(40)
        .allMatch(entry -> CodeSystem.OPERATION.matches(entry.code()), "shape of ICD-9-CM-3");
    assertThat(reference.groups())
        .allMatch(group -> group.code().matches("[A-Z][A-HJ-NP-Z][1-9][1359]"), "shape of CHS-DRG")
        .allMatch(group -> group.weightE4() > 0, "a weight");
  }

  @Test
  void everyReference_leadsToAnEntry() {
    assertThat(reference.items())
        .allMatch(item -> item.includes().stream().allMatch(this::known), "included items");
    assertThat(reference.operations()).allMatch(entry -> known(entry.item()), "charged items");
    assertThat(reference.markers())
        .allMatch(marker -> !marker.items().isEmpty(), "items")
        .allMatch(marker -> marker.items().stream().allMatch(this::known), "known items");
  }

  @Test
  void everyBasicGroup_hasItsMembers() {
    assertThat(reference.adrgs())
        .allMatch(
            adrg ->
                reference.group(adrg.code() + "9").isPresent()
                    || Set.of("1", "3", "5").stream()
                        .allMatch(last -> reference.group(adrg.code() + last).isPresent()),
            "one undivided group or three");
  }

  @Test
  void markers_ofTheLongestKnownBeginning() {
    assertThat(reference.markers("E11.101").get(0).diagnosis()).isEqualTo("E11.101");
    assertThat(reference.markers("E11.900").get(0).diagnosis()).isEqualTo("E11");
    assertThat(reference.markers("R51.x00")).isEmpty();
  }

  @Test
  void limits_ofAFemaleItem() {
    Limits limits =
        reference.items().stream()
            .filter(item -> item.english().equals("Transvaginal ultrasound"))
            .findFirst()
            .orElseThrow()
            .limits();

    assertThat(limits.allow(Gender.FEMALE, 30)).isTrue();
    assertThat(limits.allow(Gender.UNKNOWN, 30)).isTrue();
    assertThat(limits.allow(Gender.MALE, 30)).isFalse();
    assertThat(limits.allow(Gender.FEMALE, 13)).isFalse();
  }

  @Test
  void read_missingTable_isNamed() {
    assertThatThrownBy(() -> CsvTable.read("none.csv", row -> row))
        .hasMessage("none.csv: missing; it is part of the domain module");
  }

  @Test
  void read_raggedRow_isNamedWithItsPlace() {
    assertThatThrownBy(() -> CsvTable.read("ragged.csv", row -> row))
        .hasMessage("ragged.csv:3: 1 cells; 2 as in the header");
    assertThat(CsvTable.read("levels.csv", row -> row.text("tier"))).isEqualTo(tiers());
  }

  private static List<String> tiers() {
    return List.of("3", "3", "3", "3", "2", "2", "2", "1", "1", "1", "1");
  }

  private boolean known(String item) {
    return reference.item(item).isPresent();
  }
}

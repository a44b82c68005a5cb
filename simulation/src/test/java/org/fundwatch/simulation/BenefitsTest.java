package org.fundwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.simulation.Benefits.Charges;
import org.fundwatch.simulation.Benefits.Cover;
import org.junit.jupiter.api.Test;

class BenefitsTest {

  private static final Charges TEN_THOUSAND = new Charges(1_000_000, 0, 20_000, 30_000, 950_000);

  @Test
  void split_workingEmployeeAtLevelThree_paysEightHundredAndAFifth() {
    Amounts amounts = split(citizen("310", false), 3, Cover.INPATIENT, TEN_THOUSAND).amounts();

    assertThat(amounts.deductibleFen()).isEqualTo(80_000);
    assertThat(amounts.fundFen()).isEqualTo((950_000 - 80_000) * 80 / 100);
    assertThat(amounts.personFen()).isEqualTo(1_000_000 - amounts.fundFen());
    assertThat(amounts.accountFen() + amounts.cashFen()).isEqualTo(amounts.personFen());
  }

  @Test
  void split_retired_getsThreePercentMore() {
    assertThat(split(citizen("310", true), 2, Cover.INPATIENT, TEN_THOUSAND).amounts().fundFen())
        .isEqualTo((950_000 - 50_000) * 88 / 100);
  }

  @Test
  void split_laterPartOfAStay_hasNoDeductible() {
    assertThat(
            split(citizen("390", false), 2, Cover.INPATIENT_PART, TEN_THOUSAND)
                .amounts()
                .deductibleFen())
        .isZero();
  }

  @Test
  void split_costlyStayOfAResident_isHelpedByTheSeriousIllnessFund() {
    Charges costly = new Charges(10_000_000, 0, 0, 0, 10_000_000);

    assertThat(split(citizen("390", false), 3, Cover.INPATIENT, costly).payments())
        .extracting(Payment::fund)
        .containsExactly("390100", "390200");
  }

  @Test
  void split_familyAccount_leavesTheFundAlone() {
    Amounts amounts = split(citizen("390", false), 0, Cover.FAMILY_ACCOUNT, TEN_THOUSAND).amounts();

    assertThat(amounts.fundFen()).isZero();
    assertThat(amounts.mutualFen()).isEqualTo(1_000_000);
  }

  private static Benefits.Split split(Citizen citizen, int tier, Cover cover, Charges charges) {
    return Benefits.split(citizen, tier, cover, charges, .5);
  }

  private static Citizen citizen(String insurance, boolean retired) {
    Person person = new Person("990100000001", "云一", "01", "", Gender.MALE, 0, "1101");
    return new Citizen(
        1, person, new Insurance(insurance, "990199", ""), 56, retired, List.of(), "990101");
  }
}

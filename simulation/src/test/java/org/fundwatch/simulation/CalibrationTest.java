package org.fundwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The figures of the calibration notes, within what a quarter of 40,000 people can show. */
class CalibrationTest {

  private static SampleRun run;
  private static List<Settlement> settlements;
  // Stays outside any case: cases come on top and are shorter and odder by nature.
  private static List<Settlement> ordinary;

  @BeforeAll
  // Far above what it takes (seconds); a generator gone quadratic does not pass.
  @Timeout(value = 240, unit = TimeUnit.SECONDS)
  static void simulate() {
    run = SampleRun.of(new SimulationConfig(5, 40_000, 160, SampleRun.MARCH, 3, 1, 2));
    settlements = run.settlements();
    ordinary = run.bystanders().values().stream().flatMap(List::stream).toList();
  }

  @Test
  void mix_ofSettlements() {
    assertThat(share(s -> s.medType().equals("41"))).isCloseTo(.38, within(.03));
    assertThat(share(s -> s.medType().equals("11"))).isCloseTo(.46, within(.03));
    assertThat(share(s -> s.medType().equals("14"))).isCloseTo(.10, within(.02));
    assertThat(share(s -> s.medType().equals("13"))).isCloseTo(.015, within(.005));
    assertThat(share(CalibrationTest::inpatient)).isCloseTo(.045, within(.01));
  }

  @Test
  void amounts_ofStaysByLevel() {
    assertThat(meanStay("0[2-3]")).isBetween(12_500.0, 15_500.0);
    assertThat(meanStay("0[5-6]")).isBetween(6_000.0, 8_800.0);
    assertThat(meanStay("08|11")).isBetween(2_900.0, 5_700.0);
    assertThat(mean(CalibrationTest::inpatient)).isCloseTo(10_315, within(1_600.0));
  }

  @Test
  void amounts_ofOutpatients() {
    assertThat(mean(s -> List.of("11", "13", "14").contains(s.medType())))
        .isCloseTo(361, within(75.0));
  }

  @Test
  void stays_length() {
    double mean =
        ordinary.stream()
            .map(Settlement::stay)
            .filter(stay -> stay != null && stay.dischargeMillis() != null)
            .mapToInt(Stay::days)
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(8.8, within(.9));
  }

  @Test
  void stays_complications() {
    List<String> codes =
        ordinary.stream()
            .map(Settlement::grouping)
            .filter(grouping -> grouping != null)
            .map(Grouping::code)
            .toList();
    double all = codes.size();

    assertThat(codes.stream().filter(code -> code.endsWith("1")).count() / all)
        .isCloseTo(.12, within(.05));
    assertThat(codes.stream().filter(code -> code.endsWith("3")).count() / all)
        .isCloseTo(.33, within(.07));
  }

  @Test
  void stays_costByCategory() {
    double drugs = categoryShare("09", "11");
    assertThat(drugs).isBetween(.23, .32);
    assertThat(categoryShare("08")).isBetween(.15, .26);
    assertThat(categoryShare("04")).isBetween(.08, .15);
    assertThat(categoryShare("05")).isBetween(.08, .15);
    assertThat(categoryShare("01", "02", "07")).isBetween(.05, .11);
  }

  @Test
  void settlements_reversed() {
    long reversed = run.events.stream().filter(e -> e.kind() == EventKind.REVERSED).count();

    assertThat((double) reversed / settlements.size()).isCloseTo(.025, within(.006));
  }

  @Test
  void hours_ofClinics() {
    Predicate<Settlement> clinic = s -> s.medType().equals("11");
    double all = settlements.stream().filter(clinic).count();
    double morning = settlements.stream().filter(clinic).filter(s -> hour(s) < 12).count();

    assertThat(morning / all).isCloseTo(.46, within(.05));
  }

  private static int hour(Settlement s) {
    return ShanghaiTime.dateTime(s.settledMillis()).getHour();
  }

  private static boolean inpatient(Settlement s) {
    return MedType.of(s.medType()) == MedType.INPATIENT;
  }

  private static double share(Predicate<Settlement> of) {
    return (double) settlements.stream().filter(of).count() / settlements.size();
  }

  private static double meanStay(String level) {
    return mean(s -> inpatient(s) && s.institution().level().matches(level));
  }

  private static double mean(Predicate<Settlement> of) {
    return ordinary.stream()
            .filter(of)
            .mapToLong(s -> s.amounts().totalFen())
            .average()
            .orElseThrow()
        / 100;
  }

  private static double categoryShare(String... categories) {
    List<FeeLine> lines =
        ordinary.stream()
            .filter(CalibrationTest::inpatient)
            .flatMap(s -> s.lines().stream())
            .toList();
    double all = lines.stream().mapToLong(FeeLine::amountFen).sum();
    return lines.stream()
            .filter(line -> List.of(categories).contains(line.category()))
            .mapToLong(FeeLine::amountFen)
            .sum()
        / all;
  }
}

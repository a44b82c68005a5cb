package org.fundwatch.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Person;

/**
 * The insured people, each a function of seed and index. Names are drawn from lists, identity
 * numbers carry a region code that does not exist.
 */
final class Population {

  static final List<String> REGIONS =
      List.of("990101", "990102", "990103", "990104", "990105", "990106");

  private static final String CITY = "990199";
  private static final List<String> SURNAMES = List.of("云", "禾", "沐", "岚", "星", "林", "江", "竹");
  private static final List<String> GIVEN =
      List.of("一", "小舟", "长青", "若水", "平安", "知秋", "望山", "明远", "春来", "有年");

  // Shares by age in years: below the first bound, the second ... (our rounding of the census).
  private static final int[] AGE_BOUNDS = {1, 7, 15, 30, 45, 60, 75, 95};
  private static final double[] AGE_SHARES = {.008, .062, .10, .18, .23, .21, .15, .06};
  private static final double EMPLOYEE_SHARE_OF_ADULTS = .36;
  private static final int RETIREMENT = 58;
  private static final int OF_AGE = 18;

  private final long seed;
  private final LocalDate from;
  private final int size;

  Population(SimulationConfig config) {
    seed = config.seed();
    from = config.from();
    size = config.persons();
  }

  int size() {
    return size;
  }

  Citizen citizen(int index) {
    return citizen(index, 0);
  }

  /** The same person as a grown-up one. */
  Citizen adult(int index) {
    return citizen(index, OF_AGE);
  }

  private Citizen citizen(int index, int youngest) {
    Rng rng = Rng.of(seed, index, 1);
    int age = age(rng);
    while (age < youngest) {
      age = age(rng);
    }
    LocalDate birth = from.minusYears(age).minusDays(1 + rng.below(360));
    Gender gender = rng.chance(.51) ? Gender.MALE : Gender.FEMALE;
    boolean employee = age >= 22 && rng.chance(EMPLOYEE_SHARE_OF_ADULTS);
    boolean retired = employee && age >= RETIREMENT;
    String number = digits(index, 8);
    Person person =
        new Person(
            "9901" + number,
            rng.pick(SURNAMES) + rng.pick(GIVEN),
            "01",
            "999901" + birth.toString().replace("-", "") + digits(index % 10_000, 4),
            gender,
            (int) birth.toEpochDay(),
            type(age, employee, retired));
    Insurance insurance = new Insurance(employee ? "310" : "390", CITY, "");
    String region = REGIONS.get(rng.below(REGIONS.size()));
    return new Citizen(index, person, insurance, age, retired, chronic(age, rng), region);
  }

  private static int age(Rng rng) {
    double u = rng.real();
    int low = 0;
    for (int i = 0; i < AGE_BOUNDS.length; i++) {
      if (u < AGE_SHARES[i] || i == AGE_BOUNDS.length - 1) {
        return rng.between(low, AGE_BOUNDS[i] - 1);
      }
      u -= AGE_SHARES[i];
      low = AGE_BOUNDS[i];
    }
    return low;
  }

  private static String type(int age, boolean employee, boolean retired) {
    if (employee) {
      return retired ? "1201" : "1101";
    }
    return age < 7 ? "1402" : age < 18 ? "1403" : age < 60 ? "15" : "16";
  }

  // Diseases with a refill every month; others may be ill without being under regular treatment.
  private static List<String> chronic(int age, Rng rng) {
    List<String> found = new ArrayList<>();
    double grade = age < 40 ? .01 : age < 60 ? .13 : .30;
    for (String disease : ChronicCare.DISEASES) {
      if (rng.chance(grade * ChronicCare.share(disease)) && age >= ChronicCare.youngest(disease)) {
        found.add(disease);
      }
    }
    return List.copyOf(found);
  }

  /** A number with leading zeros. */
  static String digits(long number, int width) {
    String text = Long.toString(number);
    return text.length() >= width ? text : "0".repeat(width - text.length()) + text;
  }
}

package org.fundwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People who take part in no case are treated, charged and supplied as they should be. */
class EverydayLifeTest {

  private static final long DAY = 86_400_000L;

  private static final Reference REFERENCE = Reference.builtIn();
  private static Map<String, List<Settlement>> lives;

  @BeforeAll
  static void simulate() {
    lives =
        SampleRun.of(new SimulationConfig(21, 20_000, 120, SampleRun.MARCH, 3, 1, 2)).bystanders();
  }

  private static List<Settlement> all() {
    return lives.values().stream().flatMap(List::stream).toList();
  }

  private static List<Settlement> stays(List<Settlement> life) {
    return life.stream().filter(s -> MedType.of(s.medType()) == MedType.INPATIENT).toList();
  }

  @Test
  void stays_ofOnePerson_areApart() {
    for (List<Settlement> life : lives.values()) {
      List<Settlement> stays = new ArrayList<>(stays(life));
      stays.sort((a, b) -> Long.compare(a.beginMillis(), b.beginMillis()));
      for (int i = 1; i < stays.size(); i++) {
        assertThat(stays.get(i).beginMillis() - stays.get(i - 1).endMillis())
            .isGreaterThan(31 * DAY);
      }
    }
  }

  @Test
  void visits_duringAStay_doNotHappen() {
    for (List<Settlement> life : lives.values()) {
      for (Settlement stay : stays(life)) {
        assertThat(life)
            .filteredOn(s -> s.stay() == null)
            .noneMatch(
                s ->
                    s.settledMillis() >= stay.beginMillis()
                        && s.settledMillis() <= stay.endMillis());
      }
    }
  }

  @Test
  void presence_isChargedForTheDaysOfTheStay() {
    for (Settlement s : stays(all())) {
      Stay stay = s.stay();
      assertThat(stay).isNotNull();
      for (String category : List.of("01", "07")) {
        long count =
            s.lines().stream()
                .filter(line -> line.category().equals(category))
                .mapToLong(FeeLine::countE4)
                .sum();
        assertThat(count).isEqualTo(stay.days() * 10_000L);
      }
    }
  }

  @Test
  void everyDayOfAStay_hasTreatment() {
    for (Settlement s : stays(all())) {
      Stay stay = s.stay();
      assertThat(stay).isNotNull();
      Set<Long> active = new HashSet<>();
      for (FeeLine line : s.lines()) {
        if (!Set.of("01", "02", "07").contains(line.category())) {
          active.add(ShanghaiTime.epochDay(line.occurredMillis()));
        }
      }
      assertThat(active).hasSizeGreaterThanOrEqualTo(stay.days());
    }
  }

  @Test
  void items_arePossibleForTheDayAndThePerson() {
    for (Settlement s : all()) {
      Map<String, Long> perDay = new HashMap<>();
      for (FeeLine line : s.lines()) {
        Item item = REFERENCE.item(line.item()).orElseThrow();
        Integer birth = s.person().birthEpochDay();
        assertThat(birth).isNotNull();
        int age = (int) ((ShanghaiTime.epochDay(line.occurredMillis()) - birth) / 365.25);
        assertThat(item.limits().allow(s.person().gender(), age))
            .as("%s at %d", item.english(), age)
            .isTrue();
        String key = item.code() + '/' + ShanghaiTime.epochDay(line.occurredMillis());
        long count = perDay.merge(key, line.countE4(), Long::sum);
        long most = item.unit().equals("小时") ? 24 : item.unit().equals("日") ? 1 : 20;
        assertThat(count).as(item.english()).isLessThanOrEqualTo(most * 10_000);
      }
      for (String key : perDay.keySet()) {
        int slash = key.indexOf('/');
        for (String part : REFERENCE.item(key.substring(0, slash)).orElseThrow().includes()) {
          assertThat(perDay).doesNotContainKey(part + key.substring(slash));
        }
      }
    }
  }

  @Test
  void fees_occurWithinTheStay() {
    for (Settlement s : stays(all())) {
      assertThat(s.lines())
          .allMatch(
              line ->
                  line.occurredMillis() >= ShanghaiTime.startOfDay(day(s.beginMillis()))
                      && day(line.occurredMillis()) <= day(s.endMillis()));
    }
  }

  private static long day(long millis) {
    return ShanghaiTime.epochDay(millis);
  }

  @Test
  void complications_areTreated() {
    int judged = 0;
    for (Settlement s : stays(all())) {
      Set<String> items = new HashSet<>();
      s.lines().forEach(line -> items.add(line.item()));
      for (var diagnosis : s.diagnoses()) {
        for (var marker : REFERENCE.markers(diagnosis.code())) {
          boolean counts =
              !diagnosis.main()
                  && marker.aspect().equals("drug")
                  && REFERENCE.diagnosis(diagnosis.code()).orElseThrow().complication()
                      != Complication.NONE;
          if (counts) {
            judged++;
            assertThat(items).as(diagnosis.name()).containsAnyElementsOf(marker.items());
          }
        }
      }
    }
    assertThat(judged).isPositive();
  }

  @Test
  void packs_areSoldOnce() {
    Set<String> sold = new HashSet<>();
    assertThat(all().stream().flatMap(s -> s.traceCodes().stream()).map(TraceCode::code))
        .isNotEmpty()
        .allMatch(sold::add);
  }

  @Test
  void drugs_lastUntilTheyAreFetchedAgain() {
    Map<String, long[]> supply = new HashMap<>();
    for (Settlement s : all()) {
      for (FeeLine line : s.lines()) {
        boolean chronic =
            REFERENCE.item(line.item()).orElseThrow().tags().contains("chronic")
                && line.supplyDaysE2() > 2_000;
        if (chronic && s.stay() == null && s.amounts().fundFen() > 0) {
          String key = s.person().id() + '/' + line.item();
          supply.computeIfAbsent(key, k -> new long[2])[0] += line.supplyDaysE2();
        }
      }
    }
    long excessive = supply.values().stream().filter(days -> days[0] > 16_000).count();
    assertThat((double) excessive / supply.size()).isLessThan(.01);
  }
}

package org.fundwatch.models.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;

/** Builds an invented encounter; whatever is not set has an ordinary value. */
public final class StayBuilder {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final Reference REFERENCE = Reference.builtIn();
  private static final double FUND_SHARE = 0.7;

  private final String id;
  private final Map<String, ItemTotal> items = new TreeMap<>();
  private String person;
  private LocalDate admitted = LocalDate.of(2026, 3, 2);
  private int days = 6;
  private int activeDays = 6;
  private int age = 60;
  private int firstNursingDays;
  private Grouping grouping = new Grouping("DRG", "ES25", 8_000, 800_000);
  private String level = "02";
  private String institution = "H32010100001";
  private String medType = "21";
  private String codeSet = "";
  private String diagnosis = "J18.900";
  private boolean discharged = true;

  public StayBuilder(String id) {
    this.id = id;
    this.person = "T" + id;
  }

  public StayBuilder person(String token) {
    person = token;
    return this;
  }

  public StayBuilder admitted(LocalDate day) {
    admitted = day;
    return this;
  }

  public StayBuilder days(int count) {
    days = count;
    return this;
  }

  public StayBuilder activeDays(int count) {
    activeDays = count;
    return this;
  }

  public StayBuilder age(int years) {
    age = years;
    return this;
  }

  public StayBuilder nursing(int firstLevelDays) {
    firstNursingDays = firstLevelDays;
    return this;
  }

  public StayBuilder group(String code, int weightE4) {
    grouping = new Grouping("DRG", code, weightE4, weightE4 * 100L);
    return this;
  }

  /** Grouped by the reference tables' own grouper. */
  public StayBuilder grouped() {
    grouping =
        new Grouper(REFERENCE)
            .group(new Grouper.Coded(diagnosis, List.of(), List.of(), age, "1", level))
            .orElseThrow();
    return this;
  }

  public StayBuilder level(String code) {
    level = code;
    return this;
  }

  public StayBuilder institution(String code) {
    institution = code;
    return this;
  }

  public StayBuilder medType(String code) {
    medType = code;
    return this;
  }

  public StayBuilder codeSet(String name) {
    codeSet = name;
    return this;
  }

  public StayBuilder diagnosis(String code) {
    diagnosis = code;
    return this;
  }

  public StayBuilder notDischarged() {
    discharged = false;
    return this;
  }

  /** One invented item of a category. */
  public StayBuilder cost(String category, double yuan) {
    return charge(new ItemTotal("I" + category, category, 10_000, Math.round(100 * yuan), 0, 1));
  }

  /** An item of the reference tables at its price there. */
  public StayBuilder item(String english, int count) {
    Item item =
        REFERENCE.items().stream()
            .filter(entry -> entry.english().equals(english))
            .findFirst()
            .orElseThrow();
    return charge(
        new ItemTotal(
            item.code(), item.category(), 10_000L * count, count * item.priceFen(), 0, 1));
  }

  private StayBuilder charge(ItemTotal total) {
    items.put(total.item(), total);
    return this;
  }

  public Encounter build() {
    long total = items.values().stream().mapToLong(ItemTotal::amountFen).sum();
    int firstDay = (int) admitted.toEpochDay();
    long begin = ShanghaiTime.startOfDay(firstDay) + DAY_MILLIS / 3;
    long end = begin + days * DAY_MILLIS;
    Settlement head =
        new Settlement(
            "S" + id,
            id,
            "",
            new Person(person, "", "", "", Gender.FEMALE, firstDay - 365 * age - age / 4, "12"),
            new Institution(institution, "示例医院", level, "320101"),
            new Insurance("310", "320100", "40"),
            medType,
            end,
            "D320101000001",
            false,
            codeSet,
            amounts(total),
            medType.startsWith("2") ? stay(begin, end) : null,
            grouping,
            List.of(new Diagnosis(diagnosis, "", true, "1", "1")),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Encounter(
        head,
        List.of("S" + id),
        List.copyOf(items.values()),
        IntStream.range(firstDay, firstDay + activeDays).boxed().toList(),
        IntStream.range(firstDay, firstDay + days).boxed().toList());
  }

  private Stay stay(long begin, long end) {
    return new Stay(
        begin,
        discharged ? end : null,
        days,
        "03",
        "03",
        "2",
        "1",
        "1",
        "",
        0,
        0,
        firstNursingDays,
        days - firstNursingDays,
        0,
        0,
        "R" + id);
  }

  private static Amounts amounts(long total) {
    long fund = Math.round(FUND_SHARE * total);
    return new Amounts(total, 0, 0, 0, total, 0, fund, fund, total - fund, 0, 0, total - fund, 0);
  }
}

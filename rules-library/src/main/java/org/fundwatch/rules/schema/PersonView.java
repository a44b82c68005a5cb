package org.fundwatch.rules.schema;

import java.time.LocalDate;
import java.time.Period;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Person;

/** The person on a day of service. */
public final class PersonView {

  private static final long UNKNOWN = -1;

  private final Person person;
  private final int epochDay;
  private long age = UNKNOWN;

  public PersonView(Person person, int epochDay) {
    this.person = person;
    this.epochDay = epochDay;
  }

  @Described("F, M, or empty when not known")
  public String sex() {
    return person.gender() == Gender.FEMALE ? "F" : person.gender() == Gender.MALE ? "M" : "";
  }

  @Described("full years on the day of service, -1 when the birthday is not known")
  public long age() {
    Integer birth = person.birthEpochDay();
    if (age == UNKNOWN && birth != null) {
      age = Period.between(LocalDate.ofEpochDay(birth), LocalDate.ofEpochDay(epochDay)).getYears();
    }
    return age;
  }

  @Described("days lived on the day of service, -1 when the birthday is not known")
  public long ageDays() {
    Integer birth = person.birthEpochDay();
    return birth == null ? -1 : epochDay - birth;
  }

  @Described("token of the person")
  public String token() {
    return person.id();
  }
}

package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Person;

/**
 * An invented insured person.
 *
 * @param index from 0
 * @param person as the interface states it
 * @param insurance where insured
 * @param age in completed years on the first day
 * @param retired true for a retired employee
 * @param chronic codes of chronic diseases under regular treatment
 * @param region home county
 */
record Citizen(
    int index,
    Person person,
    Insurance insurance,
    int age,
    boolean retired,
    List<String> chronic,
    String region) {

  boolean employee() {
    return insurance.type().equals("310");
  }

  /** The same citizen as another record of the register states him. */
  Citizen with(Person other) {
    return new Citizen(index, other, insurance, age, retired, chronic, region);
  }
}

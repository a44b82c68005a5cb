package org.fundwatch.simulation;

import org.fundwatch.domain.settlement.Institution;

/**
 * A hospital or pharmacy.
 *
 * @param index from 0
 * @param institution as the interface states it
 * @param tier 3, 2, 1; 0 for a pharmacy
 * @param doctors how many sign here
 * @param open24 true for a pharmacy with night service
 */
record Facility(int index, Institution institution, int tier, int doctors, boolean open24) {

  private static final int DOCTOR_NUMBERS = 200;

  String code() {
    return institution.code();
  }

  /** The national code of one of its doctors. */
  String doctor(int number) {
    return "D990101"
        + Population.digits((long) index * DOCTOR_NUMBERS + Math.floorMod(number, doctors), 6);
  }
}

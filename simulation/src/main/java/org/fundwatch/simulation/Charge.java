package org.fundwatch.simulation;

import org.fundwatch.domain.reference.Item;

/**
 * Something to be charged.
 *
 * @param item what
 * @param countE4 how much, in ten-thousandths
 * @param millis when
 * @param refunded true where it is taken back an hour later
 * @param wrong true where it should never have been charged
 */
record Charge(Item item, long countE4, long millis, boolean refunded, boolean wrong) {

  static Charge of(Item item, long countE4, long millis) {
    return new Charge(item, countE4, millis, false, false);
  }
}

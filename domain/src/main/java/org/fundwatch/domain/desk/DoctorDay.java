package org.fundwatch.domain.desk;

import java.util.List;

/**
 * What a doctor signed on one day.
 *
 * @param doctor national doctor code
 * @param epochDay the service day
 * @param visits settlements that stand, by time, then id
 */
public record DoctorDay(String doctor, int epochDay, List<Visit> visits) {

  public DoctorDay {
    visits = List.copyOf(visits);
  }
}

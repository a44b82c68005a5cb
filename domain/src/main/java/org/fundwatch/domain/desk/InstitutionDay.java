package org.fundwatch.domain.desk;

import java.util.List;
import org.fundwatch.domain.settlement.Institution;

/**
 * What an institution settled on one day.
 *
 * @param institution where
 * @param epochDay the service day
 * @param visits settlements that stand, by time, then id
 */
public record InstitutionDay(Institution institution, int epochDay, List<Visit> visits) {

  public InstitutionDay {
    visits = List.copyOf(visits);
  }
}

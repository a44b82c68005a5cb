package org.fundwatch.models.features;

import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;

/**
 * What a person's timeline says about the time before a stay. Only encounters that ended before the
 * admission count, so that the answer is the same whether later ones are known already or not.
 *
 * @param stays stays that ended in the 365 days before
 * @param staysHere those of them in the same institution
 * @param gapDays days since the last discharge, {@code NaN} when there was none
 * @param visits visits and purchases in the 90 days before
 * @param fundFen paid by the fund in the 365 days before, in fen
 */
record Past(int stays, int staysHere, double gapDays, int visits, long fundFen) {

  private static final double DAY_MILLIS = 86_400_000.0;
  private static final int STAY_DAYS = 365;
  private static final int VISIT_DAYS = 90;

  static Past before(Encounter stay, Timeline timeline) {
    int stays = 0;
    int staysHere = 0;
    double gapDays = Double.NaN;
    int visits = 0;
    long fundFen = 0;
    for (Encounter other : timeline.encounters()) {
      if (other.beginMillis() > stay.beginMillis()) {
        break;
      }
      double daysBefore = (stay.beginMillis() - other.endMillis()) / DAY_MILLIS;
      if (daysBefore < 0 || daysBefore > STAY_DAYS || other.id().equals(stay.id())) {
        continue;
      }
      fundFen += other.head().amounts().fundFen();
      if (other.isStay()) {
        stays++;
        staysHere += sameInstitution(stay, other) ? 1 : 0;
        gapDays = Double.isNaN(gapDays) ? daysBefore : Math.min(gapDays, daysBefore);
      } else if (daysBefore <= VISIT_DAYS) {
        visits++;
      }
    }
    return new Past(stays, staysHere, gapDays, visits, fundFen);
  }

  private static boolean sameInstitution(Encounter one, Encounter other) {
    return one.head().institution().code().equals(other.head().institution().code());
  }
}

package org.fundwatch.streaming.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.json.Fault;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Moments that lie ahead of the clock. One far ahead would push a person's true history out of the
 * retention.
 */
public final class Early {

  private Early() {}

  /**
   * The moments of an event that lie ahead, none for a sound event.
   *
   * @param nowMillis by the clock
   * @param skew how far ahead a sender's clock may be
   */
  public static List<Fault> faults(SettlementEvent event, long nowMillis, Duration skew) {
    List<Fault> faults = new ArrayList<>();
    Settlement settlement = event.settlement();
    check("inf_time", event.sentMillis(), nowMillis, skew, faults);
    check("setlinfo.setl_time", settlement.settledMillis(), nowMillis, skew, faults);
    Stay stay = settlement.stay();
    if (stay != null) {
      check("setlinfo.adm_time", stay.admissionMillis(), nowMillis, skew, faults);
      if (stay.dischargeMillis() != null) {
        check("setlinfo.dscg_time", stay.dischargeMillis(), nowMillis, skew, faults);
      }
    }
    return faults;
  }

  private static void check(
      String path, long millis, long nowMillis, Duration skew, List<Fault> faults) {
    if (millis > nowMillis + skew.toMillis()) {
      faults.add(
          new Fault(
              path, ShanghaiTime.format(millis), "at most %s ahead of the clock".formatted(skew)));
    }
  }
}

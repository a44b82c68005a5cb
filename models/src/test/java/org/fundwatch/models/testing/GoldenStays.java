package org.fundwatch.models.testing;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.domain.timeline.Encounter;

/** A handful of invented stays whose scores by the built-in models are recorded. */
public final class GoldenStays {
  private GoldenStays() {}

  public static List<Encounter> all() {
    return List.of(ordinary(), checkUp(), expensive(), bedOnly());
  }

  /** Pneumonia, treated for a week. */
  public static Encounter ordinary() {
    return new StayBuilder("G1")
        .days(7)
        .activeDays(7)
        .cost("01", 315)
        .cost("03", 520)
        .cost("04", 980)
        .cost("05", 1_100)
        .cost("07", 260)
        .cost("09", 3_400)
        .build();
  }

  /** Admitted for two days of examinations. */
  public static Encounter checkUp() {
    return new StayBuilder("G2")
        .diagnosis("I10.x00x002")
        .group("FV35", 4_200)
        .level("05")
        .days(3)
        .activeDays(2)
        .cost("01", 90)
        .cost("03", 1_150)
        .cost("04", 820)
        .cost("09", 60)
        .build();
  }

  /** Forty days and ten times the usual cost. */
  public static Encounter expensive() {
    return new StayBuilder("G3")
        .admitted(LocalDate.of(2026, 1, 5))
        .days(40)
        .activeDays(38)
        .cost("01", 1_800)
        .cost("03", 9_000)
        .cost("04", 14_000)
        .cost("05", 30_000)
        .cost("08", 22_000)
        .cost("09", 45_000)
        .build();
  }

  /** Twenty days of bed and nursing. */
  public static Encounter bedOnly() {
    return new StayBuilder("G4")
        .diagnosis("E11.900")
        .days(20)
        .activeDays(1)
        .cost("01", 900)
        .cost("02", 440)
        .cost("07", 700)
        .cost("09", 45)
        .build();
  }
}

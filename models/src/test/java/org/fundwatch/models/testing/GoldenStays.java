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
    return pneumonia("G1", 7).nursing(2).activeDays(7).build();
  }

  /** Admitted for two days of examinations. */
  public static Encounter checkUp() {
    return presence(new StayBuilder("G2"), 2)
        .diagnosis("I10.x00x002")
        .level("05")
        .grouped()
        .activeDays(2)
        .item("CT of chest", 1)
        .item("Colour ultrasound of abdomen", 1)
        .item("Echocardiography", 1)
        .item("Electrocardiogram", 1)
        .item("Blood count five part", 1)
        .item("Liver function", 1)
        .item("Renal function", 1)
        .item("Blood lipids", 1)
        .item("Thyroid function", 1)
        .item("Amlodipine tablets", 1)
        .build();
  }

  /** Sixty days of the dearest drugs for an ordinary pneumonia. */
  public static Encounter expensive() {
    return pneumonia("G3", 60)
        .admitted(LocalDate.of(2026, 1, 5))
        .activeDays(60)
        .item("Meropenem", 360)
        .item("Procalcitonin", 60)
        .item("Blood culture", 60)
        .item("CT of chest", 20)
        .build();
  }

  /** Twenty days of bed and nursing. */
  public static Encounter bedOnly() {
    return presence(new StayBuilder("G4"), 20)
        .diagnosis("E11.900")
        .grouped()
        .activeDays(1)
        .item("Metformin tablets", 2)
        .build();
  }

  private static StayBuilder pneumonia(String id, int days) {
    return presence(new StayBuilder(id), days)
        .diagnosis("J18.900")
        .grouped()
        .item("CT of chest", 1)
        .item("Electrocardiogram", 1)
        .item("Blood count five part", 2)
        .item("Liver function", 1)
        .item("Renal function", 1)
        .item("Electrolytes", 2)
        .item("C-reactive protein", 2)
        .item("Procalcitonin", 1)
        .item("Sputum culture", 1)
        .item("Intravenous infusion", 2 * days)
        .item("Ceftriaxone", 2 * days)
        .item("Levofloxacin injection", days)
        .item("Oxygen inhalation", 24)
        .item("Nebulisation", 2 * days);
  }

  private static StayBuilder presence(StayBuilder stay, int days) {
    return stay.days(days)
        .item("Ward bed", days)
        .item("Inpatient consultation", days)
        .item("Nursing level 2", days);
  }
}

package org.fundwatch.alertapi.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registers;
import org.fundwatch.domain.time.ShanghaiTime;
import org.springframework.stereotype.Component;

/** Who is away. Thread-safe. */
@Component
class Absences {
  private final Register<Absence> register;
  private final Clock clock;

  Absences(Registers registers, Clock clock) {
    this.register = registers.of("absence", Absence.class);
    this.clock = clock;
  }

  Register<Absence> register() {
    return register;
  }

  /** Names of those who are away today. */
  Set<String> today() {
    var today = LocalDate.ofEpochDay(ShanghaiTime.epochDay(clock.millis()));
    return register.openOnes().stream()
        .map(absence -> absence.content())
        .filter(absence -> absence.covers(today))
        .map(Absence::user)
        .collect(Collectors.toSet());
  }
}

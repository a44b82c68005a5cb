package org.fundwatch.alertapi.security;

import java.util.Locale;
import org.fundwatch.domain.settlement.Institution;

/** Where a thing is, seen from somebody of {@value #HERE}. */
enum Place {
  OWN("320100", "3201"),
  BELOW("320102", "320102"),
  SIBLING("320200", "3202"),
  ABOVE("320000", "32");

  /** Where those work who walk. */
  static final String HERE = "3201";

  private final String region;
  private final String prefix;

  Place(String region, String prefix) {
    this.region = region;
    this.prefix = prefix;
  }

  /** True for what somebody of {@value #HERE} sees. */
  boolean inside() {
    return region.startsWith(HERE);
  }

  /** Its region as records of the stream write it. */
  String region() {
    return region;
  }

  /** Its region as people give it. */
  String prefix() {
    return prefix;
  }

  /** A hospital there. */
  Institution hospital() {
    return new Institution("H%s00001".formatted(region), word() + "医院", "3", region);
  }

  /** A pharmacy there, whose alerts are taken one after the other. */
  Institution pharmacy() {
    return new Institution("P%s00001".formatted(region), word() + "药店", "", region);
  }

  /** A doctor whom the alerts from there name. */
  String doctor() {
    return "D%s00001".formatted(region);
  }

  /** As the table names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.fundwatch.alertapi.procedure.term;

import java.util.Locale;

/** Who stands behind a value. */
public enum Provenance {
  /** A regulator's text says so. */
  OFFICIAL("官方"),
  /** A local authority has published it for its region. */
  LOCAL("地方"),
  /** Ours, or not compared with the official text: no legal basis. */
  PROPOSAL("建议");

  private final String zh;

  Provenance(String zh) {
    this.zh = zh;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The name in a table. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

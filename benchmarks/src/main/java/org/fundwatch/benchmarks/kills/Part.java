package org.fundwatch.benchmarks.kills;

import java.util.Locale;

/** A part of Fundwatch that is a process of its own. */
enum Part {
  BROKER,
  SEARCH,
  JOB,
  API;

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}

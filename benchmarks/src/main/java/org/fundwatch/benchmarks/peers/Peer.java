package org.fundwatch.benchmarks.peers;

import java.util.List;

/** What is compared. */
enum Peer {
  LIBRARY("this library"),
  HAND_WRITTEN("hand-written loop with hash maps"),
  ESPER("Esper 9.0.0"),
  DROOLS("Drools 10.2.0");

  private final String title;

  Peer(String title) {
    this.title = title;
  }

  /** As the table names it. */
  String title() {
    return title;
  }

  Engine engine(List<Claim> claims) {
    return switch (this) {
      case LIBRARY -> new LibraryEngine(claims);
      case HAND_WRITTEN -> new HandWritten(claims);
      case ESPER -> new EsperEngine(claims);
      case DROOLS -> new DroolsEngine(claims);
    };
  }
}

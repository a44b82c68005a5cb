package org.fundwatch.alertapi.procedure;

import java.util.Set;

/**
 * Who wants to do something.
 *
 * @param name user name
 * @param duties what the user may act as
 */
public record Actor(String name, Set<Duty> duties) {
  public Actor {
    duties = Set.copyOf(duties);
  }

  boolean is(Duty duty) {
    return duties.contains(duty);
  }
}

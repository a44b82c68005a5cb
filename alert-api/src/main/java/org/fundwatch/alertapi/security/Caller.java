package org.fundwatch.alertapi.security;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Set;
import org.fundwatch.alertapi.problem.ProblemException;

/**
 * Who asks. What lies outside of a caller's regions is to be answered exactly as the unknown: use
 * {@link #sees} on what was read by its id, {@link #regionFilter} on what is searched.
 *
 * @param name user name
 * @param roles what they may do
 * @param regions where they work
 * @param grants regions lent to them, those that are in force now
 */
public record Caller(String name, Set<Role> roles, Regions regions, List<Grant> grants) {

  public Caller {
    roles = Set.copyOf(roles);
    grants = List.copyOf(grants);
  }

  /** True when they have a role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /**
   * True when something of a region is theirs to see.
   *
   * @param region administrative division code, empty where it is not known
   */
  public boolean sees(String region) {
    return reach().contain(region);
  }

  /** What a search may find for them, by the field that holds the region. */
  public Query regionFilter(String field) {
    return reach().filter(field);
  }

  /** Their regions with those lent to them. */
  public Regions reach() {
    return grants.stream()
        .map(Grant::region)
        .map(region -> new Regions(Set.of(region)))
        .reduce(regions, Regions::and);
  }

  /**
   * Nobody approves their own.
   *
   * @param author user name of who did what is to be approved
   * @throws ProblemException when that is this caller
   */
  public void requireOther(String author) {
    if (name.equals(author)) {
      throw ProblemException.forbidden("nobody approves their own; somebody else has to");
    }
  }
}
